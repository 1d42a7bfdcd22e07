package io.treehouse.server.cli;

import io.treehouse.datasets.document.DocumentHash;
import io.treehouse.datasets.raster.ClassMapProvenance;
import io.treehouse.inference.sample.SampleDraw;
import io.treehouse.inference.sample.SampleFile;
import io.treehouse.inference.sample.Stratum;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code treehouse sample}: a stratified random sample of a class map's pixels, for people to label. */
@Command(
        name = "sample",
        description = "Draws a stratified random sample of a class map's pixels, for people to label.",
        mixinStandardHelpOptions = true)
final class SampleCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "CLASSMAP", description = "A class map that classify has written.")
    private Path classMap;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE",
            description = "The sample, as .geojson, .gpkg or .csv.")
    private Path out;

    @Option(
            names = "--points",
            defaultValue = "500",
            paramLabel = "N",
            description = "Pixels to draw in all. Default: ${DEFAULT-VALUE}.")
    private int points;

    @Option(
            names = "--least",
            defaultValue = "50",
            paramLabel = "N",
            description = "Pixels to draw of each class at least. Default: ${DEFAULT-VALUE}.")
    private int least;

    @Option(names = "--seed", defaultValue = "1", paramLabel = "N", description = "Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Override
    public Integer call() throws IOException {
        SampleDraw sample = SampleDraw.of(classMap, points, least, seed);
        SampleFile.write(out, sample, metadata());
        PrintWriter screen = spec.commandLine().getOut();
        for (Stratum stratum : sample.strata()) {
            screen.printf("%-12s %6d of %d pixels%n", stratum.mapClass().label(), stratum.points(), stratum.pixels());
        }
        screen.println("Fill in the column reference of " + out + " and give it to ./treehouse accuracy");
        screen.flush();
        return 0;
    }

    /** Of which map the sample is, and what that was made with. */
    private Map<String, String> metadata() {
        Map<String, String> items = new LinkedHashMap<>();
        items.put("CLASS_MAP", classMap.getFileName().toString());
        items.put("CLASS_MAP_SHA256", DocumentHash.sha256(classMap));
        items.put("SEED", Long.toString(seed));
        items.putAll(ClassMapProvenance.read(classMap));
        return items;
    }
}
