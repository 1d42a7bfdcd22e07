package io.treehouse.training.evaluate.objects;

import io.treehouse.datasets.raster.GroundSampling;
import io.treehouse.datasets.sample.LabelledTile;
import io.treehouse.datasets.sample.TreePosition;
import io.treehouse.inference.objects.CrownSettings;
import io.treehouse.inference.objects.ObjectClass;
import io.treehouse.inference.objects.ObjectExtractor;
import io.treehouse.inference.objects.Region;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Scores the objects of class maps, found as they are when a tile is answered. */
public final class ObjectScoring {
    private ObjectScoring() {}

    /**
     * Scores a picture's objects: buildings where its label shows some, crowns where its trees are known.
     *
     * @param trees the picture's trees; empty if nothing is known of them
     * @param classes {@code [height, width]} codes 0…4, 255 where there is no answer
     * @param confidence {@code [height, width]} probabilities of these classes
     */
    public static ObjectScores of(
            LabelledTile tile, Optional<List<TreePosition>> trees, byte[] classes, float[] confidence) {
        LabelParts buildings = LabelParts.buildings(tile);
        if (buildings.count() == 0 && trees.isEmpty()) {
            return ObjectScores.NONE;
        }
        List<Region> objects = objects(tile, classes, confidence);
        ObjectScores scores = ObjectScores.NONE;
        if (buildings.count() > 0) {
            List<Region> all = of(ObjectClass.BUILDING, objects);
            List<Region> likely =
                    all.stream().filter(building -> !building.isDoubtful()).toList();
            scores = new ObjectScores(Map.of(
                    ObjectMeasure.BUILDING, new BuildingMatching(tile, buildings, likely).score(),
                    ObjectMeasure.BUILDING_OR_DOUBTFUL, new BuildingMatching(tile, buildings, all).score()));
        }
        if (trees.isPresent()) {
            scores = scores.plus(new TreeMatching(tile, trees.get(), of(ObjectClass.TREE_CROWN, objects)).scores());
        }
        return scores;
    }

    private static List<Region> objects(LabelledTile tile, byte[] classes, float[] confidence) {
        List<Region> objects = new ArrayList<>();
        GroundSampling sampling =
                new GroundSampling(tile.gsdMetres(), tile.gsdMetres(), GroundSampling.Source.PARAMETER);
        new ObjectExtractor(
                        tile.width(), tile.height(), sampling, Optional.empty(), CrownSettings.DEFAULT, objects::add)
                .rows(0, tile.height(), classes, confidence);
        return objects;
    }

    private static List<Region> of(ObjectClass kind, List<Region> objects) {
        return objects.stream().filter(object -> object.kind() == kind).toList();
    }
}
