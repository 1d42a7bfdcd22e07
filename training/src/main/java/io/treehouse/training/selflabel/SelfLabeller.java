package io.treehouse.training.selflabel;

import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.problem.InputProblem.Kind;
import io.treehouse.datasets.sample.InspectedTile;
import io.treehouse.datasets.sample.LabelledTile;
import io.treehouse.datasets.sample.TrainingPictures;
import io.treehouse.training.evaluate.ClassMapSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Narrows the labels of training pictures by a model and writes what came out as a folder: one mask a picture and, last,
 * the manifest. Pictures are worked on by several threads, most take one window only. Used by one thread.
 */
public final class SelfLabeller implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SelfLabeller.class);

    private final PictureLabeller labeller;
    private final Path folder;
    private final ExecutorService workers;

    /**
     * @param maps tells probabilities; thread-safe if there are several threads. Stays open
     * @param rule which labels are narrowed
     * @param folder receives the masks
     * @param threads pictures in work at the same time
     */
    public SelfLabeller(ClassMapSource maps, NarrowingRule rule, Path folder, int threads) {
        this.labeller = new PictureLabeller(maps, rule);
        this.folder = folder;
        workers = Executors.newFixedThreadPool(threads, task -> {
            Thread thread = new Thread(task, "self-labels");
            thread.setDaemon(true);
            return thread;
        });
    }

    private record Done(SelfLabelManifest.Mask mask, PictureLabeller.Labelled labelled, double groundM2) {}

    /**
     * Labels the pictures and writes the manifest.
     *
     * @param sets pictures by data set; nothing else is read
     * @param model what the maps come from
     * @param symmetries for the manifest: over how many symmetries the maps average
     * @throws InputProblem if there is no picture, or if one cannot be read
     */
    public SelfLabelManifest label(List<TrainingPictures> sets, SelfLabelManifest.Model model, int symmetries)
            throws IOException, InterruptedException {
        if (sets.stream().allMatch(set -> set.names().isEmpty())) {
            throw new InputProblem(
                    Kind.NOT_FOUND,
                    "There is no training picture to label",
                    "Name data sets with --dataset; pictures of locked and validation places are never labelled");
        }
        Map<String, SelfLabelManifest.DataSet> datasets = new LinkedHashMap<>();
        for (TrainingPictures set : sets) {
            datasets.put(set.catalog().name(), label(set));
        }
        NarrowingRule rule = labeller.rule();
        SelfLabelManifest manifest =
                new SelfLabelManifest(model, rule.threshold(), rule.unlabelled(), symmetries, datasets);
        MaskFile.publish(folder.resolve(SelfLabelManifest.FILE), manifest.toJson());
        return manifest;
    }

    private SelfLabelManifest.DataSet label(TrainingPictures set) throws IOException, InterruptedException {
        long started = System.nanoTime();
        Map<String, Future<Done>> pending = new LinkedHashMap<>();
        set.names().forEach(name -> pending.put(name, workers.submit(() -> label(set, name))));
        Map<String, SelfLabelManifest.Mask> masks = new LinkedHashMap<>();
        long certain = 0;
        Narrowed sets = Narrowed.NONE;
        Narrowed unlabelled = Narrowed.NONE;
        double groundM2 = 0;
        for (Map.Entry<String, Future<Done>> entry : pending.entrySet()) {
            Done done = await(entry.getValue());
            masks.put(entry.getKey(), done.mask());
            certain += done.labelled().certainPixels();
            sets = sets.plus(done.labelled().sets());
            unlabelled = unlabelled.plus(done.labelled().unlabelled());
            groundM2 += done.groundM2();
        }
        SelfLabelManifest.DataSet result = new SelfLabelManifest.DataSet(certain, sets, unlabelled, masks);
        say(set.catalog().name(), result, groundM2 / ((System.nanoTime() - started) / 1e9));
        return result;
    }

    private Done label(TrainingPictures set, String name) throws IOException, InterruptedException {
        InspectedTile inspected = set.read(name);
        LabelledTile tile = inspected.tile();
        PictureLabeller.Labelled labelled = labeller.label(inspected);
        byte[] png = MaskFile.encode(tile.width(), tile.height(), labelled.mask());
        MaskFile.publish(SelfLabels.file(folder, tile.set(), name), png);
        return new Done(
                new SelfLabelManifest.Mask(Digests.of(png), Digests.of(tile)),
                labelled,
                tile.gsdMetres() * tile.gsdMetres() * tile.width() * tile.height());
    }

    private static Done await(Future<Done> future) throws IOException, InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof IOException unwritable) {
                throw unwritable;
            }
            if (failed.getCause() instanceof RuntimeException problem) {
                throw problem;
            }
            throw new IllegalStateException("A picture could not be labelled", failed.getCause());
        }
    }

    private static void say(String set, SelfLabelManifest.DataSet result, double m2PerSecond) {
        LOG.info(
                "{}: {} pictures, {} certain pixels; of {} with sets {} to one class, {} to fewer; of {} unlabelled {} to"
                        + " one class; {} m²/s",
                set,
                result.pictures().size(),
                result.certainPixels(),
                result.sets().pixels(),
                percent(result.sets().toOneShare()),
                percent(result.sets().toSeveralShare()),
                result.unlabelled().pixels(),
                percent(result.unlabelled().toOneShare()),
                Math.round(m2PerSecond));
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    @Override
    public void close() {
        workers.shutdownNow();
    }
}
