package io.treehouse.inference.drift;

import io.treehouse.datasets.scheme.SurfaceClass;
import java.util.Arrays;
import java.util.Optional;

/** What is noted of a tile: one number each, the input first. */
public enum TileFeature {
    /** Mean of red over valid pixels, 0…255 after scaling. */
    MEAN_RED("meanRed"),
    /** Mean of green. */
    MEAN_GREEN("meanGreen"),
    /** Mean of blue. */
    MEAN_BLUE("meanBlue"),
    /** Standard deviation of the mean of red, green and blue over pixels. */
    CONTRAST("contrast"),
    /** Ground sampling distance in metres, in whole centimetres. */
    GSD_METRES("gsdMetres"),
    /** Bands of the file. */
    BAND_COUNT("bandCount"),
    /** Value of the file that became 0. */
    VALUE_LOW("valueLow"),
    /** Value of the file that became 255. */
    VALUE_HIGH("valueHigh"),
    /** Share of {@code other} among valid pixels. */
    SHARE_OTHER("shareOther"),
    /** Share of {@code built_up}. */
    SHARE_BUILT_UP("shareBuiltUp"),
    /** Share of {@code building}. */
    SHARE_BUILDING("shareBuilding"),
    /** Share of {@code water}. */
    SHARE_WATER("shareWater"),
    /** Share of {@code tree_canopy}. */
    SHARE_TREE_CANOPY("shareTreeCanopy"),
    /** Mean probability of the chosen class, calibrated. */
    MEAN_CONFIDENCE("meanConfidence"),
    /** Mean entropy of the calibrated class probabilities in bits: 0 to log2 5. */
    MEAN_ENTROPY_BITS("meanEntropyBits");

    private final String label;

    TileFeature(String label) {
        this.label = label;
    }

    /** Published name. */
    public String label() {
        return label;
    }

    /** Whether it is of what comes in, not of what the model makes of it. */
    boolean isInput() {
        return ordinal() < SHARE_OTHER.ordinal();
    }

    /** Whether it tells how bright, coloured or rich in contrast a tile is. */
    boolean isColour() {
        return ordinal() <= CONTRAST.ordinal();
    }

    /** The feature of a published name. */
    public static Optional<TileFeature> find(String label) {
        return Arrays.stream(values())
                .filter(feature -> feature.label.equals(label))
                .findFirst();
    }

    /** The share of a class. */
    static TileFeature share(SurfaceClass surface) {
        return values()[SHARE_OTHER.ordinal() + surface.code()];
    }
}
