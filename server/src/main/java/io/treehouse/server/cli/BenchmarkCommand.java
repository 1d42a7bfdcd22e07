package io.treehouse.server.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.treehouse.datasets.raster.RasterOptions;
import io.treehouse.inference.classify.ServedModel;
import io.treehouse.inference.classify.TileClassifier;
import io.treehouse.inference.classify.TileOutputs;
import io.treehouse.inference.classify.TileRequest;
import io.treehouse.inference.scene.WindowProgress;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import javax.imageio.ImageIO;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code treehouse benchmark}: seconds a tile of several sizes, from its file to the answer, and the memory it took. */
@Command(name = "benchmark", description = "Measures speed and memory.", mixinStandardHelpOptions = true)
final class BenchmarkCommand implements Callable<Integer> {
    private static final int[] SIDES = {256, 512, 1024, 2048};
    private static final double GSD_METRES = 0.5;

    @Spec
    private CommandSpec spec;

    @Mixin
    private ModelOptions model;

    @Option(names = "--runs", defaultValue = "5", description = "Runs of each size. Default: ${DEFAULT-VALUE}.")
    private int runs;

    @Option(names = "--json", paramLabel = "FILE", description = "Also write the figures as JSON.")
    private Path json;

    /** Figures of one tile size: medians over the runs after one to warm up. */
    record Figures(int sidePixels, double medianSeconds, double megapixelsPerSecond) {}

    /** All figures with what they were measured on. */
    record Report(ServedModel model, String javaVersion, int runs, List<Figures> tiles, long peakRssKb) {}

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        List<Figures> figures = new ArrayList<>();
        ServedModel served;
        try (TileClassifier classifier = model.open()) {
            served = classifier.model();
            out.printf("%s, %s, %s%n", served.processor(), served.engine(), served.precision());
            out.printf("%8s %12s %10s%n", "pixels", "seconds", "Mpx/s");
            for (int side : SIDES) {
                Figures measured = measure(classifier, side);
                figures.add(measured);
                out.printf(
                        Locale.ROOT,
                        "%8s %12.3f %10.2f%n",
                        side + "²",
                        measured.medianSeconds(),
                        measured.megapixelsPerSecond());
                out.flush();
            }
        }
        Report report = new Report(served, System.getProperty("java.version"), runs, figures, peakRssKb());
        out.printf("peak resident memory (VmHWM) %d MB%n", report.peakRssKb() / 1024);
        out.flush();
        if (json != null) {
            new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValue(json.toFile(), report);
        }
        return 0;
    }

    private Figures measure(TileClassifier classifier, int side) throws IOException, InterruptedException {
        Path tile = Files.createTempFile("treehouse-benchmark", ".png");
        try {
            draw(side, tile);
            TileRequest request = new TileRequest(
                    tile, RasterOptions.NONE.withGsdMetres(GSD_METRES), Long.MAX_VALUE, null, null, TileOutputs.NONE);
            double[] seconds = new double[runs];
            classifier.classify(request, WindowProgress.NONE);
            for (int run = 0; run < runs; run++) {
                long start = System.nanoTime();
                classifier.classify(request, WindowProgress.NONE);
                seconds[run] = (System.nanoTime() - start) / 1e9;
            }
            Arrays.sort(seconds);
            double median = seconds[runs / 2];
            return new Figures(side, median, side * (double) side / 1e6 / median);
        } finally {
            Files.deleteIfExists(tile);
        }
    }

    /** Soft noise: the network's work does not depend on what it sees. */
    private static void draw(int side, Path file) throws IOException {
        SplittableRandom random = new SplittableRandom(side);
        BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                image.setRGB(x, y, 0x607050 + random.nextInt(16) * 0x010101);
            }
        }
        ImageIO.write(image, "png", file.toFile());
    }

    private static long peakRssKb() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElse(0);
    }
}
