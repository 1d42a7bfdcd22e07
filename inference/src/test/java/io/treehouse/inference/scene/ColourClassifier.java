package io.treehouse.inference.scene;

import io.treehouse.datasets.scheme.SurfaceClass;

/**
 * A network that can be worked out by hand: the nearer a pixel's colour is to the legend colour of a class, the more
 * probable the class. Looks at one pixel at a time, so windows and padding must not show.
 */
public final class ColourClassifier implements WindowClassifier {
    private static final double DISTANCE_UNIT = 40;

    @Override
    public void logits(int height, int width, float[] rgb, float[] logits) {
        for (int pixel = 0; pixel < height * width; pixel++) {
            for (SurfaceClass surface : SurfaceClass.all()) {
                logits[SurfaceClass.COUNT * pixel + surface.code()] =
                        (float) -squaredDistance(rgb, 3 * pixel, surface.rgb());
            }
        }
    }

    private static double squaredDistance(float[] rgb, int offset, int colour) {
        double red = rgb[offset] - (colour >> 16);
        double green = rgb[offset + 1] - (colour >> 8 & 0xFF);
        double blue = rgb[offset + 2] - (colour & 0xFF);
        return (red * red + green * green + blue * blue) / (DISTANCE_UNIT * DISTANCE_UNIT);
    }
}
