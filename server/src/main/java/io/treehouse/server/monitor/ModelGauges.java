package io.treehouse.server.monitor;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.treehouse.inference.classify.ServedModel;
import io.treehouse.inference.drift.Drift;
import io.treehouse.inference.drift.FeatureDrift;
import io.treehouse.model.registry.ModelId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** The gauges whose series depend on which versions there are; they are worked out when somebody looks. */
final class ModelGauges {
    private final MultiGauge open;
    private final MultiGauge tiles;
    private final MultiGauge signs;
    private final MultiGauge shift;
    private final MultiGauge index;
    private final MultiGauge outside;

    ModelGauges(MeterRegistry registry) {
        open = gauge("treehouse.model", "1 for the version that serves, 0 for others that are open", registry);
        tiles = gauge("treehouse.drift.tiles", "Tiles that drift is worked out from", registry);
        signs = gauge("treehouse.drift.signs", "Signs of imagery unlike what the model learned from", registry);
        shift = gauge(
                "treehouse.drift.shift", "Mean over the tiles, in standard deviations of the reference", registry);
        index = gauge("treehouse.drift.index", "Population stability index against the model's reference", registry);
        outside = gauge("treehouse.drift.outside", "Share of tiles outside of what the reference has seen", registry);
    }

    private static MultiGauge gauge(String name, String description, MeterRegistry registry) {
        return MultiGauge.builder(name).description(description).register(registry);
    }

    /** @param models those that are open, the one that serves first */
    void update(List<ServedModel> models, Map<ModelId, Drift> drifts) {
        List<Row<?>> openRows = new ArrayList<>();
        for (ServedModel model : models) {
            openRows.add(Row.of(tags(model), openRows.isEmpty() ? 1 : 0));
        }
        open.register(openRows, true);
        List<Row<?>> tileRows = new ArrayList<>();
        drifts.forEach((id, drift) -> tileRows.add(Row.of(tags(id), drift.tiles())));
        tiles.register(tileRows, true);
        List<Row<?>> signRows = new ArrayList<>();
        drifts.forEach(
                (id, drift) -> signRows.add(Row.of(tags(id), drift.signs().size())));
        signs.register(signRows, true);
        shift.register(rows(drifts, drift -> drift.shift() == null ? 0 : drift.shift()), true);
        index.register(rows(drifts, FeatureDrift::stabilityIndex), true);
        outside.register(rows(drifts, FeatureDrift::outsideShare), true);
    }

    private static List<Row<?>> rows(Map<ModelId, Drift> drifts, ToDoubleFunction<FeatureDrift> value) {
        List<Row<?>> rows = new ArrayList<>();
        drifts.forEach((id, drift) -> drift.features()
                .forEach((name, feature) ->
                        rows.add(Row.of(tags(id).and("feature", name), value.applyAsDouble(feature)))));
        return rows;
    }

    private static Tags tags(ModelId id) {
        return Tags.of("model", id.name(), "version", id.version());
    }

    private static Tags tags(ServedModel model) {
        return Tags.of("model", model.name(), "version", model.version())
                .and("sha256", model.sha256(), "engine", model.engine(), "precision", model.precision());
    }
}
