package io.treehouse.datasets.sheet;

/**
 * What a contact sheet shows.
 *
 * @param pictures greatest number of pictures, 1…{@value #MAXIMUM_PICTURES}
 * @param seed equal seeds choose equal pictures
 */
public record SheetOptions(int pictures, long seed) {
    /** Greatest number of pictures on a sheet, which is held in memory as a whole. */
    public static final int MAXIMUM_PICTURES = 60;

    public SheetOptions {
        if (pictures < 1 || pictures > MAXIMUM_PICTURES) {
            throw new IllegalArgumentException(
                    "a contact sheet shows 1 to " + MAXIMUM_PICTURES + " pictures, not " + pictures);
        }
    }
}
