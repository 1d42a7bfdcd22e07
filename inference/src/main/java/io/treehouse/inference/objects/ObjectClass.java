package io.treehouse.inference.objects;

import io.treehouse.datasets.scheme.SurfaceClass;
import java.util.EnumSet;
import java.util.Set;

/** The classes of objects, with what is the least that is an object and how far its outline may be simplified. */
public enum ObjectClass {
    /**
     * A roof, or several that touch: a connected part of {@code building}. Doubtful ones are kept, so that the footprints add
     * up to the area of the class; their confidence says so.
     */
    BUILDING("building", 10, 0, 4, EnumSet.of(SurfaceClass.BUILDING)),
    /** The crown of one tree: canopy split at the saddles between its peaks. */
    TREE_CROWN("tree_crown", 3, 0.65, 2, EnumSet.of(SurfaceClass.TREE_CANOPY)),
    /** A connected part of {@code water}. */
    WATER_BODY("water_body", 20, 0, 4, EnumSet.of(SurfaceClass.WATER)),
    /** A connected part of {@code building} and {@code built_up} together: the buildings in it are part of it. */
    BUILT_UP_AREA("built_up_area", 100, 0, 2, EnumSet.of(SurfaceClass.BUILDING, SurfaceClass.BUILT_UP));

    private final String label;
    private final double minimumM2;
    private final double leastConfidence;
    private final double simplification;
    private final Set<SurfaceClass> surfaces;

    ObjectClass(
            String label, double minimumM2, double leastConfidence, double simplification, Set<SurfaceClass> surfaces) {
        this.label = label;
        this.minimumM2 = minimumM2;
        this.leastConfidence = leastConfidence;
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
     * Mean confidence of its pixels, 0…1, below which a region is no object. Chosen on validation places, see {@code
     * docs/objects.md}.
     */
    public double leastConfidence() {
        return leastConfidence;
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
