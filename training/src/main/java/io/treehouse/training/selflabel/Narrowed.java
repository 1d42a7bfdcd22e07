package io.treehouse.training.selflabel;

import io.treehouse.datasets.scheme.SurfaceClass;
import java.util.Map;
import java.util.TreeMap;

/**
 * What became of labels of one kind. Immutable; merged by adding.
 *
 * @param pixels pixels with such labels
 * @param toSeveral those that were narrowed to fewer classes, but more than one
 * @param toOne those that were narrowed to one class, by the class's name
 */
public record Narrowed(long pixels, long toSeveral, Map<String, Long> toOne) {
    static final Narrowed NONE = new Narrowed(0, 0, Map.of());

    public Narrowed {
        toOne = new TreeMap<>(toOne);
    }

    /**
     * Counts by the bits of what labels were narrowed to.
     *
     * @param narrowedTo {@code [32]} pixels by the bits of their narrowed set; those at 0 stayed as they were
     */
    static Narrowed of(long[] narrowedTo) {
        long pixels = 0;
        long toSeveral = 0;
        Map<String, Long> toOne = new TreeMap<>();
        for (int bits = 0; bits < narrowedTo.length; bits++) {
            pixels += narrowedTo[bits];
            if (Integer.bitCount(bits) > 1) {
                toSeveral += narrowedTo[bits];
            } else if (bits != 0 && narrowedTo[bits] > 0) {
                toOne.put(
                        SurfaceClass.ofCode(Integer.numberOfTrailingZeros(bits)).label(), narrowedTo[bits]);
            }
        }
        return new Narrowed(pixels, toSeveral, toOne);
    }

    Narrowed plus(Narrowed other) {
        Map<String, Long> sum = new TreeMap<>(toOne);
        other.toOne.forEach((label, count) -> sum.merge(label, count, Long::sum));
        return new Narrowed(pixels + other.pixels, toSeveral + other.toSeveral, sum);
    }

    /** Share of the pixels that were narrowed to one class, 0…1; 0 if there is none. */
    double toOneShare() {
        return share(toOne.values().stream().mapToLong(Long::longValue).sum());
    }

    /** Share of the pixels that were narrowed to several classes, 0…1; 0 if there is none. */
    double toSeveralShare() {
        return share(toSeveral);
    }

    private double share(long part) {
        return pixels == 0 ? 0 : (double) part / pixels;
    }
}
