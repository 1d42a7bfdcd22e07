/** How fast scenes are classified and where their time goes; start at {@code SceneBenchmark}. */
package io.treehouse.inference.benchmark;
