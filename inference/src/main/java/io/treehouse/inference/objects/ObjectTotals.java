package io.treehouse.inference.objects;

import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Counts objects and adds up their areas, by class. Not thread-safe. */
public final class ObjectTotals implements Consumer<Region> {
    private final boolean areasKnown;
    private final Map<ObjectClass, ObjectTotal> totals = new EnumMap<>(ObjectClass.class);

    /** @param areasKnown whether the objects' ground areas are known */
    public ObjectTotals(boolean areasKnown) {
        this.areasKnown = areasKnown;
        for (ObjectClass kind : ObjectClass.values()) {
            totals.put(kind, new ObjectTotal(0, 0, 0, areasKnown ? 0.0 : null));
        }
    }

    @Override
    public void accept(Region region) {
        ObjectTotal before = totals.get(region.kind());
        totals.put(
                region.kind(),
                new ObjectTotal(
                        before.count() + 1,
                        before.doubtful() + (region.isDoubtful() ? 1 : 0),
                        before.pixels() + region.pixels().pixels(),
                        areasKnown ? before.areaM2() + region.areaM2() : null));
    }

    /** The totals of all classes by their published names. */
    public Map<String, ObjectTotal> byLabel() {
        Map<String, ObjectTotal> byLabel = new LinkedHashMap<>();
        totals.forEach((kind, total) -> byLabel.put(kind.label(), total));
        return Collections.unmodifiableMap(byLabel);
    }
}
