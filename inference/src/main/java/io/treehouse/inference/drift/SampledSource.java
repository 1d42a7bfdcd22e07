package io.treehouse.inference.drift;

import io.treehouse.datasets.raster.GridOrigin;
import io.treehouse.datasets.raster.GroundSampling;
import io.treehouse.datasets.raster.PixelWindow;
import io.treehouse.datasets.raster.RgbSource;

/**
 * A scene that notes the colours of every eighth pixel of every eighth row while it is read. Belongs to one thread at a time;
 * each pixel is expected to be read once.
 */
final class SampledSource implements RgbSource {
    private final RgbSource source;
    private final double[] sums = new double[3];
    private double greySum;
    private double greySquares;
    private long pixels;

    SampledSource(RgbSource source) {
        this.source = source;
    }

    @Override
    public int width() {
        return source.width();
    }

    @Override
    public int height() {
        return source.height();
    }

    @Override
    public GroundSampling groundSampling() {
        return source.groundSampling();
    }

    @Override
    public GridOrigin origin() {
        return source.origin();
    }

    @Override
    public void read(PixelWindow window, float[] rgb, boolean[] valid) {
        source.read(window, rgb, valid);
        for (int row = firstSampled(window.y()); row < window.height(); row += TileSampler.STEP) {
            for (int column = firstSampled(window.x()); column < window.width(); column += TileSampler.STEP) {
                int pixel = row * window.width() + column;
                if (valid[pixel]) {
                    add(rgb, 3 * pixel);
                }
            }
        }
    }

    /** Distance from a window's edge to the first row or column of the sample. */
    private static int firstSampled(int edge) {
        return Math.floorMod(-edge, TileSampler.STEP);
    }

    private void add(float[] rgb, int at) {
        double grey = 0;
        for (int channel = 0; channel < 3; channel++) {
            sums[channel] += rgb[at + channel];
            grey += rgb[at + channel] / 3.0;
        }
        greySum += grey;
        greySquares += grey * grey;
        pixels++;
    }

    /** Pixels noted so far. */
    long pixels() {
        return pixels;
    }

    /** Mean of a channel (0 red, 1 green, 2 blue) over the pixels noted. */
    double mean(int channel) {
        return sums[channel] / pixels;
    }

    /** Standard deviation of the grey values noted. */
    double contrast() {
        double mean = greySum / pixels;
        return Math.sqrt(Math.max(0, greySquares / pixels - mean * mean));
    }
}
