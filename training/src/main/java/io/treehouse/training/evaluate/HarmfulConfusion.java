package io.treehouse.training.evaluate;

import io.treehouse.datasets.scheme.ClassSet;
import io.treehouse.datasets.scheme.SurfaceClass;
import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.function.Predicate;

/** Confusions that hurt figures of carbon and sealing most, as shares of labelled pixels. */
public enum HarmfulConfusion {
    /** Lawn, crops and bare soil that would count as carbon in trees. */
    LAWN_AS_CANOPY("lawn, crops, soil taken for canopy", certainly(SurfaceClass.OTHER), SurfaceClass.TREE_CANOPY),
    /** Canopy that would go missing. */
    CANOPY_AS_LAWN("canopy taken for lawn, crops, soil", certainly(SurfaceClass.TREE_CANOPY), SurfaceClass.OTHER),
    /** Shadows and dark ground taken for water. */
    LAND_AS_WATER("land taken for water", label -> !label.contains(SurfaceClass.WATER), SurfaceClass.WATER),
    /** Dark roofs taken for water. */
    ROOFS_AS_WATER("roofs taken for water", certainly(SurfaceClass.BUILDING), SurfaceClass.WATER),
    /** Bare soil that would count as sealed. */
    SOIL_AS_BUILT_UP("soil, lawn, crops taken for built-up", certainly(SurfaceClass.OTHER), SurfaceClass.BUILT_UP),
    /** Streets and yards between houses that melt into one block of roofs. */
    STREETS_AS_BUILDINGS("paved ground taken for buildings", certainly(SurfaceClass.BUILT_UP), SurfaceClass.BUILDING);

    private final String label;
    private final Predicate<ClassSet> labels;
    private final SurfaceClass predicted;

    HarmfulConfusion(String label, Predicate<ClassSet> labels, SurfaceClass predicted) {
        this.label = label;
        this.labels = labels;
        this.predicted = predicted;
    }

    /** What is confused, in words. */
    public String label() {
        return label;
    }

    /** Share of the pixels in question that are confused, 0…1; empty where the labels hold none of them. */
    public OptionalDouble share(LabelConfusion confusion) {
        long[] predictions = confusion.predictions(labels);
        long all = Arrays.stream(predictions).sum();
        return all == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) predictions[predicted.code()] / all);
    }

    private static Predicate<ClassSet> certainly(SurfaceClass surfaceClass) {
        return ClassSet.of(surfaceClass)::equals;
    }
}
