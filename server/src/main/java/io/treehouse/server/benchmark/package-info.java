/** {@code treehouse benchmark}: what is measured in which order, and the report; start at {@code Benchmark}. */
package io.treehouse.server.benchmark;
