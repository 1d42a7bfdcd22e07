package io.treehouse.inference.drift;

import io.treehouse.datasets.raster.GroundSampling;
import io.treehouse.datasets.raster.RgbSource;
import io.treehouse.datasets.raster.ValueRange;
import io.treehouse.datasets.scheme.SurfaceClass;
import io.treehouse.inference.scene.PixelProbabilities;
import io.treehouse.inference.scene.Temperature;
import java.util.EnumMap;
import java.util.Map;

/**
 * Takes the statistics of one tile while it is classified, from every eighth pixel of every eighth row: tiles are smooth
 * enough that more would not change a mean, and the work is too little to be measured. The same for tiles that are served
 * and for the pictures of a reference. Used once, by the threads of one segmentation.
 */
public final class TileSampler {
    /** Distance of the pixels that are looked at, in rows and columns. */
    static final int STEP = 8;

    private static final double CENTIMETRES = 100;

    private final SampledSource source;
    private final SampledProbabilities probabilities;
    private final int bandCount;
    private final ValueRange range;

    /**
     * @param scene the tile
     * @param temperature of the model
     * @param bandCount bands of its file
     * @param range how the file's values became 0…255
     */
    public TileSampler(RgbSource scene, Temperature temperature, int bandCount, ValueRange range) {
        source = new SampledSource(scene);
        probabilities = new SampledProbabilities(temperature);
        this.bandCount = bandCount;
        this.range = range;
    }

    /** The tile, to be read in its place. */
    public RgbSource source() {
        return source;
    }

    /** Is to be told the probabilities. */
    public PixelProbabilities probabilities() {
        return probabilities;
    }

    /** What was noted; to be asked for when the segmentation is over. */
    public TileStatistics statistics() {
        Map<TileFeature, Double> values = new EnumMap<>(TileFeature.class);
        if (source.pixels() > 0) {
            values.put(TileFeature.MEAN_RED, source.mean(0));
            values.put(TileFeature.MEAN_GREEN, source.mean(1));
            values.put(TileFeature.MEAN_BLUE, source.mean(2));
            values.put(TileFeature.CONTRAST, source.contrast());
        }
        GroundSampling ground = source.groundSampling();
        if (ground.isKnown()) {
            values.put(TileFeature.GSD_METRES, Math.rint(ground.metres() * CENTIMETRES) / CENTIMETRES);
        }
        values.put(TileFeature.BAND_COUNT, (double) bandCount);
        values.put(TileFeature.VALUE_LOW, range.low());
        values.put(TileFeature.VALUE_HIGH, range.high());
        if (probabilities.pixels() > 0) {
            SurfaceClass.all().forEach(surface -> values.put(TileFeature.share(surface), probabilities.share(surface)));
            values.put(TileFeature.MEAN_CONFIDENCE, probabilities.meanConfidence());
            values.put(TileFeature.MEAN_ENTROPY_BITS, probabilities.meanEntropyBits());
        }
        return new TileStatistics(values);
    }
}
