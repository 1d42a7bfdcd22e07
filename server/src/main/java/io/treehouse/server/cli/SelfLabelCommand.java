package io.treehouse.server.cli;

import io.treehouse.datasets.catalog.Catalog;
import io.treehouse.datasets.catalog.Split;
import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.problem.InputProblem.Kind;
import io.treehouse.datasets.sample.TrainingPictures;
import io.treehouse.model.bundle.ModelBundle;
import io.treehouse.training.evaluate.ClassMapSource;
import io.treehouse.training.evaluate.ModelClassMaps;
import io.treehouse.training.evaluate.choice.SymmetricClassMaps;
import io.treehouse.training.selflabel.NarrowingRule;
import io.treehouse.training.selflabel.SelfLabelManifest;
import io.treehouse.training.selflabel.SelfLabeller;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code treehouse self-label}: a model narrows the labels that a training then uses. */
@Command(
        name = "self-label",
        description = "Narrows the labels of training pictures by a model, for the setting selfLabels of a training.",
        mixinStandardHelpOptions = true)
final class SelfLabelCommand implements Callable<Integer> {
    private static final Logger LOG = LoggerFactory.getLogger(SelfLabelCommand.class);

    @Mixin
    private ModelOptions model;

    @Mixin
    private CatalogOptions data;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Folder of the masks and manifest.")
    private Path out;

    @Option(
            names = "--threshold",
            paramLabel = "P",
            defaultValue = "0.9",
            description = "Least probability of what is kept of a set of classes. Default: ${DEFAULT-VALUE}.")
    private double threshold;

    @Option(names = "--unlabelled", description = "Label pixels without label too.")
    private boolean unlabelled;

    @Option(
            names = "--symmetries",
            paramLabel = "N",
            defaultValue = "8",
            description = "Mean over 1, 2, 4 or 8 ways to turn and mirror a picture; so many times the work."
                    + " Default: ${DEFAULT-VALUE}.")
    private int symmetries;

    @Override
    public Integer call() throws IOException, InterruptedException {
        ModelBundle bundle = model.bundle();
        NarrowingRule rule = rule(bundle.model().temperature());
        Split split = data.split();
        List<Catalog> catalogs = data.catalogs();
        List<TrainingPictures> sets = catalogs.stream()
                .map(catalog -> new TrainingPictures(catalog, split))
                .toList();
        try (ModelClassMaps served = ModelClassMaps.open(bundle, model.engines());
                ClassMapSource maps = symmetric(served);
                SelfLabeller labeller =
                        new SelfLabeller(maps, rule, out, model.engines().workers())) {
            labeller.label(sets, SelfLabelManifest.Model.of(bundle), symmetries);
        }
        LOG.info("The self labels are in {}; a training uses them with selfLabels: {}", out, out.toAbsolutePath());
        return 0;
    }

    private NarrowingRule rule(double temperature) {
        try {
            return new NarrowingRule(threshold, unlabelled, temperature);
        } catch (IllegalArgumentException impossible) {
            throw new InputProblem(
                    Kind.INVALID_PARAMETER, impossible.getMessage(), "Correct --threshold; 0.9 is usual", impossible);
        }
    }

    private ClassMapSource symmetric(ModelClassMaps served) {
        try {
            return new SymmetricClassMaps(served, symmetries);
        } catch (IllegalArgumentException impossible) {
            throw new InputProblem(Kind.INVALID_PARAMETER, impossible.getMessage(), "Correct --symmetries", impossible);
        }
    }
}
