package io.treehouse.training.evaluate.choice;

import io.treehouse.inference.scene.WindowBorders;

/**
 * Whether seams show: how often the class of a pixel differs from a map made with windows of another size, along the
 * borders of windows and far from all of them. Without seams both shares are the same. Merged by adding.
 *
 * @param borderPixels pixels within 16 m of a border
 * @param borderDiffering those whose class differs
 * @param interiorPixels pixels at least 64 m from the borders of either map
 * @param interiorDiffering those whose class differs
 */
public record SeamDisagreement(long borderPixels, long borderDiffering, long interiorPixels, long interiorDiffering) {
    /** How far from a border pixels count as along it. */
    public static final double BORDER_METRES = 16;

    /** How far from all borders pixels count as interior. */
    public static final double INTERIOR_METRES = 64;

    /** No picture. */
    public static final SeamDisagreement NONE = new SeamDisagreement(0, 0, 0, 0);

    /** Share of the pixels along borders whose class differs, 0…1; 0 if there is none. */
    public double borderShare() {
        return borderPixels == 0 ? 0 : (double) borderDiffering / borderPixels;
    }

    /** Share of the interior pixels whose class differs, 0…1; 0 if there is none. */
    public double interiorShare() {
        return interiorPixels == 0 ? 0 : (double) interiorDiffering / interiorPixels;
    }

    SeamDisagreement plus(SeamDisagreement other) {
        return new SeamDisagreement(
                borderPixels + other.borderPixels,
                borderDiffering + other.borderDiffering,
                interiorPixels + other.interiorPixels,
                interiorDiffering + other.interiorDiffering);
    }

    /**
     * Counts one picture.
     *
     * @param served {@code [height, width]} classes
     * @param shifted classes by windows of another size
     * @param gsdMetres ground sampling distance of the picture
     */
    static SeamDisagreement of(
            byte[] served,
            WindowBorders servedBorders,
            byte[] shifted,
            WindowBorders shiftedBorders,
            int width,
            double gsdMetres) {
        long[] pixels = new long[2];
        long[] differing = new long[2];
        for (int i = 0; i < served.length; i++) {
            double metres = gsdMetres * servedBorders.distance(i % width, i / width);
            double shiftedMetres = gsdMetres * shiftedBorders.distance(i % width, i / width);
            boolean border = metres <= BORDER_METRES;
            if (border || Math.min(metres, shiftedMetres) >= INTERIOR_METRES) {
                int zone = border ? 0 : 1;
                pixels[zone]++;
                differing[zone] += served[i] == shifted[i] ? 0 : 1;
            }
        }
        return new SeamDisagreement(pixels[0], differing[0], pixels[1], differing[1]);
    }
}
