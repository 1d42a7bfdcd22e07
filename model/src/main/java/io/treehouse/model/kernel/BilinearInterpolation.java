package io.treehouse.model.kernel;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Bilinear enlargement by a whole factor as a product with one interpolation matrix per axis: exact in every floating
 * point type, and its gradient is the product with the transposed matrices.
 */
final class BilinearInterpolation {
    private BilinearInterpolation() {}

    /** Enlarges x {@code [batch, height, width, channels]} into y. */
    static void enlarge(int factor, INDArray x, INDArray y) {
        apply(matrix(x.size(1), factor, x.dataType()), matrix(x.size(2), factor, x.dataType()), x, y);
    }

    /** Applies the transpose of {@link #enlarge} to dy. */
    static void transposed(int factor, INDArray dy, INDArray dx) {
        INDArray rows = matrix(dx.size(1), factor, dy.dataType()).transpose();
        INDArray columns = matrix(dx.size(2), factor, dy.dataType()).transpose();
        apply(rows, columns, dy, dx);
    }

    private static void apply(INDArray rows, INDArray columns, INDArray from, INDArray to) {
        INDArray byColumn = alongFirstAxis(rows, from.permute(1, 0, 2, 3)).permute(2, 1, 0, 3);
        to.assign(alongFirstAxis(columns, byColumn).permute(1, 2, 0, 3));
    }

    /** Multiplies the first axis of a four-dimensional array by a matrix. */
    private static INDArray alongFirstAxis(INDArray matrix, INDArray values) {
        long[] shape = values.shape();
        INDArray flat = values.dup('c').reshape('c', shape[0], shape[1] * shape[2] * shape[3]);
        // Products come in f-order: the transposed product's transpose is contiguous in c-order without a copy.
        INDArray product = flat.transpose().mmul(matrix.transpose()).transpose();
        return product.reshape('c', matrix.size(0), shape[1], shape[2], shape[3]);
    }

    /** {@code [size * factor, size]}: the weights of the inputs in each output, half-pixel centres, clamped at the ends. */
    private static INDArray matrix(long size, int factor, DataType type) {
        double[][] weights = new double[Math.toIntExact(size * factor)][Math.toIntExact(size)];
        int last = Math.toIntExact(size - 1);
        for (int i = 0; i < weights.length; i++) {
            double centre = (i + 0.5) / factor - 0.5;
            int below = (int) Math.floor(centre);
            double share = centre - below;
            weights[i][Math.max(below, 0)] += 1 - share;
            weights[i][Math.min(below + 1, last)] += share;
        }
        return Nd4j.create(weights).castTo(type);
    }
}
