package io.treehouse.datasets.raster;

/**
 * Ground sampling distance of a raster at its centre: the size of a pixel on the ground, along rows and along columns.
 *
 * @param xMetres ground distance between neighbouring columns, in metres, greater than 0
 * @param yMetres ground distance between neighbouring rows, in metres, greater than 0
 * @param axesCosine cosine of the angle between the directions along rows and along columns on the ground; 0 where they are
 *     perpendicular
 * @param source where the figures come from
 */
public record GroundSampling(double xMetres, double yMetres, double axesCosine, Source source) {
    /** Where a ground sampling distance comes from. */
    public enum Source {
        /** Computed on the ellipsoid from CRS and transform. */
        GEOREFERENCING("georeferencing"),
        /** Given by the caller as {@code gsd} (or in a catalogue). */
        PARAMETER("parameter"),
        /** Unknown: pixels are taken as if they were as large as the model's; areas stay unknown. */
        ASSUMED("assumed");

        private final String label;

        Source(String label) {
            this.label = label;
        }

        /** Published name, as in {@code gsdSource} of the answer. */
        public String label() {
            return label;
        }
    }

    public GroundSampling {
        if (!(xMetres > 0) || !(yMetres > 0) || Double.isInfinite(xMetres) || Double.isInfinite(yMetres)) {
            throw new IllegalArgumentException(
                    "Ground sampling distances are positive and finite, not " + xMetres + " and " + yMetres);
        }
        if (!(Math.abs(axesCosine) < 1)) {
            throw new IllegalArgumentException("Axes that run apart have a cosine within −1 and 1, not " + axesCosine);
        }
    }

    /** Pixels whose axes are perpendicular. */
    public GroundSampling(double xMetres, double yMetres, Source source) {
        this(xMetres, yMetres, 0, source);
    }

    /** Square root of a pixel's ground area, in metres. */
    public double metres() {
        return Math.sqrt(xMetres * yMetres);
    }

    /** Whether areas in square metres can be stated. */
    public boolean isKnown() {
        return source != Source.ASSUMED;
    }
}
