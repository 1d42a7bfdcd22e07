package io.treehouse.training.evaluate;

import io.treehouse.datasets.raster.GroundSampling;
import io.treehouse.datasets.raster.PixelWindow;
import io.treehouse.datasets.raster.RgbSource;
import io.treehouse.datasets.sample.LabelledTile;
import java.util.Arrays;

/** A labelled picture as a scene to classify. */
public record LabelledTileSource(LabelledTile tile) implements RgbSource {
    @Override
    public int width() {
        return tile.width();
    }

    @Override
    public int height() {
        return tile.height();
    }

    @Override
    public GroundSampling groundSampling() {
        return new GroundSampling(tile.gsdMetres(), tile.gsdMetres(), GroundSampling.Source.PARAMETER);
    }

    @Override
    public void read(PixelWindow window, float[] rgb, boolean[] valid) {
        Arrays.fill(valid, 0, window.pixels(), true);
        int line = 3 * window.width();
        for (int row = 0; row < window.height(); row++) {
            int from = 3 * ((window.y() + row) * tile.width() + window.x());
            for (int i = 0; i < line; i++) {
                rgb[row * line + i] = tile.rgb()[from + i] & 255;
            }
        }
    }
}
