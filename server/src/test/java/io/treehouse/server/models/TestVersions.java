package io.treehouse.server.models;

import io.treehouse.inference.classify.TileClassifier;
import io.treehouse.inference.drift.DriftReference;
import io.treehouse.inference.drift.TileFeature;
import io.treehouse.inference.drift.TileStatistics;
import io.treehouse.model.bundle.BundleWriter;
import io.treehouse.model.bundle.FineLook;
import io.treehouse.model.bundle.NumberType;
import io.treehouse.model.bundle.TestModels;
import io.treehouse.model.bundle.TrainedModel;
import io.treehouse.model.engine.EngineOptions;
import io.treehouse.model.engine.PrecisionChoice;
import io.treehouse.model.registry.Change;
import io.treehouse.model.registry.ModelId;
import io.treehouse.model.registry.ModelRegistry;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A registry of tiny models {@code test-model@1}, {@code @2}, … of which each makes a map of its own. */
public final class TestVersions {
    /** Who changes the registry in tests. */
    public static final Change TESTER = new Change("tester", "a test");

    private final Path folder;
    private final ModelRegistry registry;

    /** A registry below a folder, with version 1 promoted. */
    public TestVersions(Path folder) {
        this.folder = folder;
        this.registry = new ModelRegistry(folder.resolve("registry"), bundle(1));
    }

    /** The registry. */
    public ModelRegistry registry() {
        return registry;
    }

    /** Writes the bundle of a version. */
    public Path bundle(int version) {
        Path file = folder.resolve(version + ".zip");
        BundleWriter.write(file, TestModels.tiny(Integer.toString(version), version), NumberType.F16);
        return file;
    }

    /** Adds a version as a candidate. */
    public ModelId add(int version) {
        return registry.add(bundle(version), Optional.empty(), TESTER).id();
    }

    /** Adds a version that was trained on pictures of 0.5 m. */
    public ModelId addWithReference(int version) {
        TrainedModel model = TestModels.tiny(Integer.toString(version), version);
        List<TileStatistics> pictures =
                Collections.nCopies(100, new TileStatistics(Map.of(TileFeature.GSD_METRES, 0.5)));
        Path file = folder.resolve(version + "-with-reference.zip");
        BundleWriter.write(
                file, model.withTraining(DriftReference.of(pictures).addedTo(model.training())), NumberType.F16);
        return registry.add(file, Optional.empty(), TESTER).id();
    }

    /** Adds a version that sees scenes of 0.3 m and finer on a finer grid, too. */
    public ModelId addWithFineLook(int version) {
        TrainedModel model = TestModels.tiny(Integer.toString(version), version);
        Path file = folder.resolve(version + "-with-fine-look.zip");
        BundleWriter.write(
                file, model.withInput(model.input().withFineLooks(List.of(FineLook.MEASURED))), NumberType.F16);
        return registry.add(file, Optional.empty(), TESTER).id();
    }

    /** The name of a version. */
    public static ModelId id(int version) {
        return ModelId.parse("test-model@" + version);
    }

    /** Opens classifiers with two workers. */
    public static ClassifierOpener opener() {
        return (bundle, observer) ->
                TileClassifier.open(bundle, new EngineOptions(PrecisionChoice.EXACT, 2), "test", observer);
    }
}
