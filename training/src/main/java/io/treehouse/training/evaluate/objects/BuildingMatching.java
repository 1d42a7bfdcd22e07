package io.treehouse.training.evaluate.objects;

import io.treehouse.datasets.sample.LabelledTile;
import io.treehouse.datasets.scheme.ClassSet;
import io.treehouse.datasets.scheme.SurfaceClass;
import io.treehouse.inference.objects.PixelRegion;
import io.treehouse.inference.objects.Region;
import io.treehouse.training.evaluate.ClassScore;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Matches buildings with the parts of a label: a pair needs an intersection over union of at least 0.5 over the pixels
 * whose label settles whether they are building, so that at most one can fit. Objects that fit a part that is no
 * reference (too small, or cut by the edge), that are cut by the edge themselves, or that lie mostly where the label
 * says nothing, count neither for nor against.
 */
final class BuildingMatching {
    private static final double LEAST_OVERLAP = 0.5;

    private final LabelledTile tile;
    private final LabelParts parts;
    private final List<Region> buildings;
    private final BitSet matched = new BitSet();

    BuildingMatching(LabelledTile tile, LabelParts parts, List<Region> buildings) {
        this.tile = tile;
        this.parts = parts;
        this.buildings = buildings;
    }

    ClassScore score() {
        long falseAlarms = buildings.stream().filter(this::isFalseAlarm).count();
        long found = 0;
        long references = 0;
        for (int part = 1; part <= parts.count(); part++) {
            if (parts.part(part).reference()) {
                references++;
                found += matched.get(part) ? 1 : 0;
            }
        }
        return new ClassScore(found, falseAlarms, references - found);
    }

    /** Marks the part that a building fits; returns whether it fits none and the label excludes it. */
    private boolean isFalseAlarm(Region building) {
        Map<Integer, Long> overlaps = new HashMap<>();
        long settled = 0;
        PixelRegion pixels = building.pixels();
        for (int run = 0; run < pixels.runs(); run++) {
            for (int x = pixels.start(run); x < pixels.end(run); x++) {
                int pixel = pixels.row(run) * tile.width() + x;
                settled += isSettled(pixel) ? 1 : 0;
                if (parts.at(pixel) > 0) {
                    overlaps.merge(parts.at(pixel), 1L, Long::sum);
                }
            }
        }
        for (Map.Entry<Integer, Long> overlap : overlaps.entrySet()) {
            long union = settled + parts.part(overlap.getKey()).pixels() - overlap.getValue();
            if (overlap.getValue() >= LEAST_OVERLAP * union && !matched.get(overlap.getKey())) {
                matched.set(overlap.getKey());
                return false;
            }
        }
        return !building.touchesEdge() && 2 * settled >= pixels.pixels();
    }

    private boolean isSettled(int pixel) {
        ClassSet label = new ClassSet(tile.classSets()[pixel]);
        return label.isCertain() || !label.isIgnore() && !label.contains(SurfaceClass.BUILDING);
    }
}
