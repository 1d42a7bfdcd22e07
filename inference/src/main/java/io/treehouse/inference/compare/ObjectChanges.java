package io.treehouse.inference.compare;

import io.treehouse.datasets.raster.PlacedClassMap;
import io.treehouse.datasets.scheme.SurfaceClass;
import io.treehouse.inference.objects.CrownSettings;
import io.treehouse.inference.objects.ObjectClass;
import io.treehouse.inference.objects.ObjectExtractor;
import io.treehouse.inference.objects.PixelRegion;
import io.treehouse.inference.objects.Region;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * Which objects of two maps of one grid went and came. An object is there in the other state if at least a share of its
 * pixels has its class there: so an object that was split, joined or redrawn is not lost. Only the compared ground
 * counts, where both states are known: an object that has less than half of its pixels there is left out. Not thread-safe.
 */
final class ObjectChanges {
    private static final int BLOCK_ROWS = 256;

    private final double overlap;
    private final Set<ObjectClass> kinds;
    private final BiConsumer<Region, Boolean> changed;
    private final Map<ObjectClass, ObjectTally> tallies = new EnumMap<>(ObjectClass.class);

    /**
     * @param overlap share of an object's pixels, above 0 and up to 1
     * @param kinds classes of objects that are looked for
     * @param changed receives each object that went (false) or came (true)
     */
    ObjectChanges(double overlap, Set<ObjectClass> kinds, BiConsumer<Region, Boolean> changed) {
        this.overlap = overlap;
        this.kinds = kinds;
        this.changed = changed;
        kinds.forEach(kind -> tallies.put(kind, new ObjectTally()));
    }

    /** Compares two maps. */
    Map<String, ObjectChange> compare(PlacedClassMap before, PlacedClassMap after) {
        find(before, after, 0);
        find(after, before, 1);
        Map<String, ObjectChange> changes = new LinkedHashMap<>();
        tallies.forEach((kind, tally) -> changes.put(kind.label(), tally.result()));
        return changes;
    }

    private void find(PlacedClassMap map, PlacedClassMap other, int state) {
        ObjectExtractor extractor = new ObjectExtractor(
                map.width(),
                map.height(),
                map.sampling(),
                Optional.of(map.areas()),
                CrownSettings.DEFAULT,
                region -> accept(region, other, state));
        float[] confidence = new float[BLOCK_ROWS * map.width()];
        // A class map holds no probabilities: crowns then follow from its outlines alone.
        Arrays.fill(confidence, 1);
        for (int row = 0; row < map.height(); row += BLOCK_ROWS) {
            int rows = Math.min(BLOCK_ROWS, map.height() - row);
            byte[] block = Arrays.copyOfRange(map.classes(), row * map.width(), (row + rows) * map.width());
            extractor.rows(row, rows, block, confidence);
        }
    }

    private void accept(Region region, PlacedClassMap other, int state) {
        if (!kinds.contains(region.kind())) {
            return;
        }
        Ground ground = ground(region, other);
        if (2 * ground.valid() < region.pixels().pixels()) {
            return;
        }
        // Divided, since the product of 0.55 and 20 is a little more than 11.
        boolean isGone = (double) ground.same() / ground.valid() < overlap;
        double comparedM2 = region.areaM2() * ground.valid() / region.pixels().pixels();
        tallies.get(region.kind()).add(state, isGone, comparedM2);
        if (isGone) {
            changed.accept(region, state == 1);
        }
    }

    /**
     * An object's pixels in the other state.
     *
     * @param valid pixels whose class is known there
     * @param same pixels of the object's class there
     */
    private record Ground(long valid, long same) {}

    private static Ground ground(Region region, PlacedClassMap other) {
        PixelRegion pixels = region.pixels();
        long valid = 0;
        long same = 0;
        for (int run = 0; run < pixels.runs(); run++) {
            for (int x = pixels.start(run); x < pixels.end(run); x++) {
                int code = other.classes()[pixels.row(run) * other.width() + x] & 255;
                if (code != SurfaceClass.NODATA) {
                    valid++;
                    same += region.kind().holds(SurfaceClass.ofCode(code)) ? 1 : 0;
                }
            }
        }
        return new Ground(valid, same);
    }
}
