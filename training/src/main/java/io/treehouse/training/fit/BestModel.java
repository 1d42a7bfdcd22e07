package io.treehouse.training.fit;

import io.treehouse.datasets.document.AtomicFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the best of a run's snapshots as {@code model.zip}, by its score on the validation places; {@code validation.csv}
 * lists the scores. Without validation places the last snapshot is kept. One thread.
 */
final class BestModel implements Snapshots {
    /** Name of the bundle within the output folder. */
    static final String BUNDLE = "model.zip";

    private static final Logger LOG = LoggerFactory.getLogger(BestModel.class);
    private static final String HEADER = "step,meanIoU";

    /** Writes a snapshot as a bundle. */
    @FunctionalInterface
    interface Writer {
        void write(Path bundle, int step, double seconds, Map<String, float[]> weights) throws IOException;
    }

    /** Scores a bundle. */
    @FunctionalInterface
    interface Scorer {
        OptionalDouble score(Path bundle) throws InterruptedException;
    }

    private record Scored(int step, double score) {}

    private final Path folder;
    private final int patience;
    private final Writer writer;
    private final Scorer scorer;
    private final List<Scored> scored = new ArrayList<>();

    /**
     * @param folder the run's folder; scores of an earlier part of the run are read from it
     * @param stepsDone steps of the earlier part; scores of later steps are dropped
     * @param patience scores without a better one after which the run ends
     */
    BestModel(Path folder, int stepsDone, int patience, Writer writer, Scorer scorer) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.patience = patience;
        this.writer = writer;
        this.scorer = scorer;
        if (Files.exists(scores())) {
            Files.readAllLines(scores()).stream()
                    .skip(1)
                    .map(line -> line.split(","))
                    .map(cells -> new Scored(Integer.parseInt(cells[0]), Double.parseDouble(cells[1])))
                    .filter(score -> score.step() <= stepsDone)
                    .forEach(scored::add);
        }
    }

    @Override
    public void take(int step, double seconds, Map<String, float[]> weights) throws IOException, InterruptedException {
        Path candidate = folder.resolve("candidate.zip");
        writer.write(candidate, step, seconds, weights);
        OptionalDouble score = scorer.score(candidate);
        boolean best = score.isEmpty() || score.getAsDouble() > best();
        if (score.isPresent()) {
            note(new Scored(step, score.getAsDouble()));
            LOG.info(
                    "step {}: mean IoU {} on the validation places{}",
                    step,
                    String.format(Locale.ROOT, "%.4f", score.getAsDouble()),
                    best ? ", the best so far" : "");
        }
        if (best) {
            Files.move(candidate, folder.resolve(BUNDLE), StandardCopyOption.REPLACE_EXISTING);
        } else {
            Files.delete(candidate);
        }
    }

    private double best() {
        return scored.stream().mapToDouble(Scored::score).max().orElse(Double.NEGATIVE_INFINITY);
    }

    private void note(Scored score) throws IOException {
        scored.removeIf(earlier -> earlier.step() >= score.step());
        scored.add(score);
        StringBuilder csv = new StringBuilder(HEADER).append('\n');
        scored.forEach(entry -> csv.append(String.format(Locale.ROOT, "%d,%.5f%n", entry.step(), entry.score())));
        // In one step: a run that is killed here must find whole lines when it goes on.
        AtomicFile.write(scores(), csv.toString().getBytes(StandardCharsets.UTF_8));
    }

    private Path scores() {
        return folder.resolve("validation.csv");
    }

    /** False once {@code patience} scores in a row were no better than one before them. */
    @Override
    public boolean wantsMore() {
        int sinceBest = 0;
        double best = Double.NEGATIVE_INFINITY;
        for (Scored entry : scored) {
            sinceBest = entry.score() > best ? 0 : sinceBest + 1;
            best = Math.max(best, entry.score());
        }
        return sinceBest < patience;
    }
}
