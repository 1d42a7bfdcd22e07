package io.treehouse.datasets.scheme;

import java.util.List;

/**
 * The five exclusive surface classes, seen from above. The code is the value in a class map; {@link #NODATA} marks
 * pixels without imagery. Immutable and thread-safe.
 */
public enum SurfaceClass {
    /** Everything that is none of the others: grass, crops, bare soil, sand, rock. */
    OTHER("other", 0xD9C9A3),
    /** Roads, squares, paved ground. */
    BUILT_UP("built_up", 0x7A7A7A),
    /** Roofs. */
    BUILDING("building", 0xD55E00),
    /** Rivers, lakes, sea, ponds, pools. */
    WATER("water", 0x0072B2),
    /** Tree crowns, also where they hang over a road or roof. */
    TREE_CANOPY("tree_canopy", 0x1B7837);

    /** Value of a class map's pixel without imagery. */
    public static final int NODATA = 255;

    /** Number of classes. */
    public static final int COUNT = 5;

    private static final List<SurfaceClass> ALL = List.of(values());

    private final String label;
    private final int rgb;

    SurfaceClass(String label, int rgb) {
        this.label = label;
        this.rgb = rgb;
    }

    /** The classes in the order of their codes 0…4. */
    public static List<SurfaceClass> all() {
        return ALL;
    }

    /** The class of a code 0…4. */
    public static SurfaceClass ofCode(int code) {
        if (code < 0 || code >= COUNT) {
            throw new IllegalArgumentException("No surface class has the code " + code + "; codes are 0 to 4");
        }
        return ALL.get(code);
    }

    /** The class with a published name such as {@code tree_canopy}. */
    public static SurfaceClass ofLabel(String label) {
        return ALL.stream()
                .filter(c -> c.label.equals(label))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("No surface class is named '" + label + "'; the classes are "
                                + ALL.stream().map(SurfaceClass::label).toList()));
    }

    /** Code in class maps and channel of the network's output, 0…4. */
    public int code() {
        return ordinal();
    }

    /** Published name, as in JSON answers and file metadata. */
    public String label() {
        return label;
    }

    /** Colour {@code 0xRRGGBB} in class maps, overlays and legends; from palettes told apart by the colour-blind. */
    public int rgb() {
        return rgb;
    }
}
