package io.treehouse.inference.sample;

import java.util.Arrays;

/**
 * How many points each stratum gets: rare classes so many that their errors show, the rest in proportion to area, as
 * Olofsson et al. (2014, section 5.1) advise.
 */
final class Allocation {
    private Allocation() {}

    /**
     * Shares points out.
     *
     * @param pixels pixels of each stratum; empty strata get nothing
     * @param points points in all
     * @param least points that each stratum gets at least, if it has as many pixels
     * @return points of each stratum; their sum is {@code points} unless there are fewer pixels or {@code least} asks for
     *     more
     */
    static int[] of(long[] pixels, int points, int least) {
        int[] allocated = new int[pixels.length];
        for (int i = 0; i < pixels.length; i++) {
            allocated[i] = (int) Math.min(least, pixels[i]);
        }
        for (int left = points - Arrays.stream(allocated).sum(); left > 0; left--) {
            int next = mostWanting(pixels, allocated);
            if (next < 0) {
                break;
            }
            allocated[next]++;
        }
        return allocated;
    }

    /** The stratum with the fewest points for its pixels; −1 if all pixels are drawn. */
    private static int mostWanting(long[] pixels, int[] allocated) {
        int most = -1;
        for (int i = 0; i < pixels.length; i++) {
            boolean wants = allocated[i] < pixels[i];
            if (wants
                    && (most < 0
                            || (double) pixels[i] / (allocated[i] + 1)
                                    > (double) pixels[most] / (allocated[most] + 1))) {
                most = i;
            }
        }
        return most;
    }
}
