package io.treehouse.server.jobs;

import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.problem.InputProblem.Kind;
import io.treehouse.datasets.raster.RasterOptionsParser;
import io.treehouse.datasets.vector.FeatureFormat;
import io.treehouse.inference.classify.ObjectOutputs;
import io.treehouse.inference.classify.TileOutputs;
import io.treehouse.inference.classify.TileRequest;
import io.treehouse.inference.classify.ZoneRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What is to be classified for a job, from what its sender said. */
final class SceneRequests {
    private static final long MOST_PIXELS = 1L << 32;
    private static final String NONE = "none";

    private SceneRequests() {}

    /**
     * The request of a job.
     *
     * @throws InputProblem if a parameter makes no sense, or the scene is not below the folder of scenes
     */
    static TileRequest of(String scene, Map<String, String> parameters, JobFolder folder, JobSettings settings) {
        Map<String, String> raster = new HashMap<>(parameters);
        raster.keySet().retainAll(RasterOptionsParser.NAMES);
        return new TileRequest(
                        List.of(scene == null ? folder.input("tile") : below(settings, scene)),
                        RasterOptionsParser.parse(raster),
                        MOST_PIXELS,
                        parameters.get("id"),
                        parameters.get("date"),
                        new TileOutputs(
                                Optional.of(folder.classMap()),
                                true,
                                Optional.empty(),
                                objects(parameters.get("objects"), folder),
                                Optional.of(folder.probabilities())
                                        .filter(file -> isTrue(parameters.get("probabilities"))),
                                Optional.of(folder.display())),
                        folder.given("zones")
                                .map(zones -> new ZoneRequest(
                                        zones, Optional.of(folder.zoneFigures()), FeatureFormat.GEOPACKAGE)),
                        folder.given("sample"))
                .within(folder.given("aoi"));
    }

    /** Formats by their extensions, separated by commas. */
    private static ObjectOutputs objects(String formats, JobFolder folder) {
        if (formats == null || formats.equals(NONE)) {
            return ObjectOutputs.NONE;
        }
        Map<FeatureFormat, Path> files = new EnumMap<>(FeatureFormat.class);
        for (String extension : formats.split(",", -1)) {
            FeatureFormat format = format(extension);
            files.put(format, folder.objects(format));
        }
        return new ObjectOutputs(files, false);
    }

    private static FeatureFormat format(String extension) {
        return Arrays.stream(FeatureFormat.values())
                .filter(known -> known.extension().equals(extension))
                .findFirst()
                .orElseThrow(() -> new InputProblem(
                        Kind.INVALID_PARAMETER,
                        "The parameter objects cannot be '" + extension + "'",
                        "Give one or more of "
                                + Arrays.stream(FeatureFormat.values())
                                        .map(FeatureFormat::extension)
                                        .collect(Collectors.joining(", "))
                                + " separated by commas, or " + NONE));
    }

    private static boolean isTrue(String flag) {
        if (flag != null && !flag.equals("true") && !flag.equals("false")) {
            throw new InputProblem(
                    Kind.INVALID_PARAMETER,
                    "The parameter probabilities cannot be '" + flag + "'",
                    "Give probabilities=true, or leave it out");
        }
        return "true".equals(flag);
    }

    /** A file below the folder of scenes, whatever links lead to: callers must not reach any other. */
    private static Path below(JobSettings settings, String scene) {
        Path folder = settings.scenes()
                .orElseThrow(() -> new InputProblem(
                        Kind.INVALID_PARAMETER,
                        "This server takes no scenes by path",
                        "Send the scene itself, or start the server with --scenes DIR"));
        try {
            Path file = folder.resolve(scene);
            if (Files.isRegularFile(file) && file.toRealPath().startsWith(folder.toRealPath())) {
                return file;
            }
        } catch (IOException | IllegalArgumentException unusable) {
            throw noScene(scene, unusable);
        }
        throw noScene(scene, null);
    }

    private static InputProblem noScene(String scene, Exception cause) {
        return new InputProblem(
                Kind.NOT_FOUND,
                "There is no scene '" + scene + "' below the folder of scenes",
                "Give the path of a file, relative to the folder that --scenes names",
                cause);
    }
}
