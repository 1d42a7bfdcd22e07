package io.treehouse.model.benchmark;

/**
 * What was measured for one size and batch.
 *
 * @param sidePixels side of a tile
 * @param batch tiles a call
 * @param exact this program in f32
 * @param byDefault this program in its default precision
 * @param onnxRuntime ONNX Runtime in f32 in the arrangement that was the fastest for this cell
 * @param byDefaultAgreement of the default precision with f32
 * @param onnxRuntimeAgreement of ONNX Runtime with f32
 */
public record NetworkCell(
        int sidePixels,
        int batch,
        Measurement exact,
        Measurement byDefault,
        Measurement onnxRuntime,
        Agreement byDefaultAgreement,
        Agreement onnxRuntimeAgreement) {}
