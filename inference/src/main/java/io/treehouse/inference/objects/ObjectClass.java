package io.treehouse.inference.objects;

import io.treehouse.datasets.scheme.SurfaceClass;
import java.util.EnumSet;
import java.util.Set;

/** The classes of objects, with what is the least that is an object, what is doubtful and how far outlines are simplified. */
public enum ObjectClass {
    /**
     * A roof, or several that touch: a connected part of {@code building}. Doubtful ones are kept, so that the footprints add
     * up to the area of the class, and counted apart.
     */
    BUILDING("building", 10, 0.6, 4, EnumSet.of(SurfaceClass.BUILDING)),
    /** The crown of one tree: canopy split at the saddles between its peaks. */
    TREE_CROWN("tree_crown", 3, 0, 2, EnumSet.of(SurfaceClass.TREE_CANOPY)),
    /** A connected part of {@code water}. */
    WATER_BODY("water_body", 20, 0, 4, EnumSet.of(SurfaceClass.WATER)),
    /** A connected part of {@code building} and {@code built_up} together: the buildings in it are part of it. */
    BUILT_UP_AREA("built_up_area", 100, 0, 2, EnumSet.of(SurfaceClass.BUILDING, SurfaceClass.BUILT_UP));

    private final String label;
    private final double minimumM2;
    private final double doubtfulBelow;
    private final double simplification;
    private final Set<SurfaceClass> surfaces;

    ObjectClass(
            String label, double minimumM2, double doubtfulBelow, double simplification, Set<SurfaceClass> surfaces) {
        this.label = label;
        this.minimumM2 = minimumM2;
        this.doubtfulBelow = doubtfulBelow;
        this.simplification = simplification;
        this.surfaces = surfaces;
    }

    /** Published name, as in the property {@code class}. */
    public String label() {
        return label;
    }

    /** Area in square metres below which a region is no object. */
    public double minimumM2() {
        return minimumM2;
    }

    /**
     * Mean confidence of its pixels, 0…1, below which an object is doubtful: more often false than right. Chosen on
     * validation places, see {@code docs/objects.md}. 0 where none is.
     */
    public double doubtfulBelow() {
        return doubtfulBelow;
    }

    /** Largest area that one step of simplification may move, in squares of the outline's accuracy. */
    double simplification() {
        return simplification;
    }

    /** Whether pixels of a class belong to objects of this class. */
    public boolean holds(SurfaceClass surface) {
        return surfaces.contains(surface);
    }
}
