package io.treehouse.inference.scene;

import io.treehouse.datasets.raster.GridOrigin;
import io.treehouse.datasets.raster.GroundSampling;
import io.treehouse.datasets.raster.PixelWindow;
import io.treehouse.datasets.raster.RgbSource;
import io.treehouse.datasets.scheme.SurfaceClass;
import java.util.Optional;

/**
 * A scene drawn by a function: every pixel has the legend colour of its class, or no imagery. Records how it was read.
 */
public final class DrawnScene implements RgbSource {
    /** Draws the class of each pixel; empty for nodata. */
    @FunctionalInterface
    public interface Drawing {
        Optional<SurfaceClass> at(int x, int y);
    }

    private final int width;
    private final int height;
    private final GroundSampling ground;
    private final Drawing drawing;
    private GridOrigin origin = GridOrigin.NONE;
    private long pixelsRead;
    private int largestReadPixels;

    public DrawnScene(int width, int height, double gsdMetres, Drawing drawing) {
        this(width, height, new GroundSampling(gsdMetres, gsdMetres, GroundSampling.Source.PARAMETER), drawing);
    }

    public DrawnScene(int width, int height, GroundSampling ground, Drawing drawing) {
        this.width = width;
        this.height = height;
        this.ground = ground;
        this.drawing = drawing;
    }

    /** This scene, lying somewhere on a map. */
    public DrawnScene at(GridOrigin place) {
        origin = place;
        return this;
    }

    @Override
    public GridOrigin origin() {
        return origin;
    }

    @Override
    public int width() {
        return width;
    }

    @Override
    public int height() {
        return height;
    }

    @Override
    public GroundSampling groundSampling() {
        return ground;
    }

    @Override
    public void read(PixelWindow window, float[] rgb, boolean[] valid) {
        pixelsRead += window.pixels();
        largestReadPixels = Math.max(largestReadPixels, window.pixels());
        for (int i = 0; i < window.pixels(); i++) {
            Optional<SurfaceClass> surface =
                    drawing.at(window.x() + i % window.width(), window.y() + i / window.width());
            valid[i] = surface.isPresent();
            int colour = surface.map(SurfaceClass::rgb).orElse(0xFF00FF);
            rgb[3 * i] = colour >> 16;
            rgb[3 * i + 1] = colour >> 8 & 0xFF;
            rgb[3 * i + 2] = colour & 0xFF;
        }
    }

    /** Pixels read so far, again and again counted. */
    public long pixelsRead() {
        return pixelsRead;
    }

    /** Pixels of the largest read. */
    public int largestReadPixels() {
        return largestReadPixels;
    }

    /** The code that the class map should have at a pixel. */
    public int expectedCode(int x, int y) {
        return drawing.at(x, y).map(SurfaceClass::code).orElse(SurfaceClass.NODATA);
    }
}
