/**
 * The engines of this program, ONNX Runtime and a stock Deeplearning4j graph side by side in one process; start at
 * {@code NetworkBenchmark}. Nothing that serves uses this package, and nothing else ONNX Runtime.
 */
package io.treehouse.model.benchmark;
