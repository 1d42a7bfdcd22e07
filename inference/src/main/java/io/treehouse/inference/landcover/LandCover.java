package io.treehouse.inference.landcover;

import io.treehouse.datasets.scheme.SurfaceClass;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * What the surface classes cover of a scene. Immutable.
 *
 * @param classes every class, in the order of the codes
 * @param valid pixels with imagery: the sum of the classes
 * @param nodata pixels without imagery
 */
public record LandCover(Map<SurfaceClass, ClassCover> classes, Extent valid, Extent nodata) {
    public LandCover {
        classes = Collections.unmodifiableMap(new EnumMap<>(classes));
        long pixels = classes.values().stream().mapToLong(ClassCover::pixels).sum();
        if (classes.size() != SurfaceClass.COUNT || pixels != valid.pixels()) {
            throw new IllegalArgumentException("All classes together are the valid pixels, but " + classes.keySet()
                    + " have " + pixels + " of " + valid.pixels());
        }
    }

    /** Cover of one class. */
    public ClassCover of(SurfaceClass surface) {
        return classes.get(surface);
    }
}
