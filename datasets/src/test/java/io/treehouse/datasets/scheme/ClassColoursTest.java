package io.treehouse.datasets.scheme;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The colours of the classes must be told apart by everybody. */
class ClassColoursTest {
    /** A CIELAB difference of 2.3 is just seen; patches on a map need several times that. The least here is 13. */
    private static final double LEAST_DIFFERENCE = 12;

    private static final double[] TO_XYZ = {0.4124, 0.3576, 0.1805, 0.2126, 0.7152, 0.0722, 0.0193, 0.1192, 0.9505};

    /**
     * How colours are seen without one of the three kinds of cones: matrices of linear RGB for the whole defect by Machado,
     * Oliveira and Fernandes, IEEE Transactions on Visualization and Computer Graphics 15 (2009), 1291-1298.
     */
    enum Sight {
        FULL(1, 0, 0, 0, 1, 0, 0, 0, 1),
        PROTANOPIA(0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998),
        DEUTERANOPIA(0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881),
        TRITANOPIA(1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900);

        private final double[] matrix;

        Sight(double... matrix) {
            this.matrix = matrix;
        }

        double[] lab(int rgb) {
            double[] linear = {linear(rgb >> 16 & 255), linear(rgb >> 8 & 255), linear(rgb & 255)};
            double[] xyz = product(TO_XYZ, product(matrix, linear));
            double fx = cubeRoot(xyz[0] / 0.9505);
            double fy = cubeRoot(xyz[1]);
            double fz = cubeRoot(xyz[2] / 1.089);
            return new double[] {116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)};
        }
    }

    @ParameterizedTest
    @EnumSource(Sight.class)
    void anyTwoClassesDiffer(Sight sight) {
        for (SurfaceClass a : SurfaceClass.all()) {
            for (SurfaceClass b : SurfaceClass.all()) {
                double difference = distance(sight.lab(a.rgb()), sight.lab(b.rgb()));
                assertTrue(a == b || difference > LEAST_DIFFERENCE, a + " and " + b + ": " + difference);
            }
        }
    }

    private static double distance(double[] a, double[] b) {
        return Math.sqrt(Math.pow(a[0] - b[0], 2) + Math.pow(a[1] - b[1], 2) + Math.pow(a[2] - b[2], 2));
    }

    private static double linear(int value) {
        double c = value / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }

    private static double cubeRoot(double t) {
        return t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16.0 / 116;
    }

    /** What lies outside of what a screen can show is cut off. */
    private static double[] product(double[] matrix, double[] vector) {
        double[] result = new double[3];
        for (int row = 0; row < 3; row++) {
            for (int column = 0; column < 3; column++) {
                result[row] += matrix[3 * row + column] * vector[column];
            }
            result[row] = Math.max(0, Math.min(1.1, result[row]));
        }
        return result;
    }
}
