package io.treehouse.datasets.catalog;

import java.util.List;
import java.util.OptionalInt;

/**
 * Which bands of the pictures are which, counted from 1.
 *
 * @param red number of the red band
 * @param green number of the green band
 * @param blue number of the blue band
 * @param nearInfrared number of the near infrared band; empty if there is none or it is of no use
 */
public record Bands(int red, int green, int blue, OptionalInt nearInfrared) {
    public Bands {
        if (red < 1 || green < 1 || blue < 1 || nearInfrared.orElse(1) < 1) {
            throw new IllegalArgumentException("bands are counted from 1");
        }
    }

    /** Numbers of red, green and blue. */
    public List<Integer> rgb() {
        return List.of(red, green, blue);
    }
}
