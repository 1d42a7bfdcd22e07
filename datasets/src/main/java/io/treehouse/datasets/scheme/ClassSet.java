package io.treehouse.datasets.scheme;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * A set of surface classes that a label allows: "one of these, the annotators did not say which". Stored as a bit mask,
 * bit {@code 1 << code}. The empty set means that nothing is known (ignored in training and scoring).
 *
 * @param bits bit mask, 0…31
 */
public record ClassSet(int bits) {
    /**
     * Mark beside these bits in the label of a training pixel: a model narrowed the set, nobody drew it. With the mark a
     * label never counts as certain.
     */
    public static final int BY_MODEL = 1 << SurfaceClass.COUNT;

    /** Nothing is known. */
    public static final ClassSet IGNORE = new ClassSet(0);

    public ClassSet {
        if (bits < 0 || bits >= 1 << SurfaceClass.COUNT) {
            throw new IllegalArgumentException("A class set has bits 0 to 31, not " + bits);
        }
    }

    /** The set of the given classes. */
    public static ClassSet of(SurfaceClass... classes) {
        return of(Arrays.asList(classes));
    }

    /** The set of the given classes. */
    public static ClassSet of(Collection<SurfaceClass> classes) {
        return new ClassSet(classes.stream().mapToInt(c -> 1 << c.code()).reduce(0, (a, b) -> a | b));
    }

    /** Whether the label allows this class. */
    public boolean contains(SurfaceClass surfaceClass) {
        return (bits >> surfaceClass.code() & 1) == 1;
    }

    /** Whether exactly one class is allowed: the label is certain. */
    public boolean isCertain() {
        return Integer.bitCount(bits) == 1;
    }

    /** Whether nothing is known. */
    public boolean isIgnore() {
        return bits == 0;
    }

    /** The allowed classes in the order of their codes. */
    public List<SurfaceClass> classes() {
        return SurfaceClass.all().stream().filter(this::contains).toList();
    }
}
