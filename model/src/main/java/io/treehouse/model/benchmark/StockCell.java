package io.treehouse.model.benchmark;

/**
 * The stock Deeplearning4j graph at 256 pixels, one tile a call.
 *
 * @param byDefault this program in its default precision, in the same rounds
 * @param stockGraph the stock graph
 * @param agreement of the stock graph with f32
 */
public record StockCell(Measurement byDefault, Measurement stockGraph, Agreement agreement) {}
