package io.treehouse.datasets.raster;

import io.treehouse.datasets.scheme.SurfaceClass;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Writes one of the program's rasters, in a process whose files may not grow beyond a limit. */
final class FullDiskProcess {
    static final int SIDE = 1024;

    private FullDiskProcess() {}

    /** Arguments: what to write, the file, and for a Cloud Optimized GeoTIFF the class map that it is made from. */
    public static void main(String[] arguments) {
        try {
            write(arguments[0], Path.of(arguments[1]), Path.of(arguments[arguments.length - 1]));
            System.out.println("written");
        } catch (UncheckedIOException unwritable) {
            System.out.println(unwritable.getCause().getMessage());
        }
    }

    /** Noise, which deflates little. */
    static void write(String kind, Path target, Path source) {
        GridReference grid = new GridReference(SIDE, SIDE, Optional.empty(), Optional.empty(), false);
        switch (kind) {
            case "classes" -> writeClasses(target, grid);
            case "probabilities" -> writeProbabilities(target, grid);
            case "cog" -> CloudOptimizedGeoTiff.copy(source, target);
            default -> throw new IllegalArgumentException(kind);
        }
    }

    private static void writeClasses(Path target, GridReference grid) {
        byte[] codes = new byte[SIDE * SIDE];
        Random random = new Random(7);
        for (int i = 0; i < codes.length; i++) {
            codes[i] = (byte) random.nextInt(SurfaceClass.COUNT);
        }
        try (ClassMapFile map = ClassMapFile.create(target, grid, Map.of())) {
            map.rows(0, SIDE, codes, new float[codes.length]);
            map.commit();
        }
    }

    private static void writeProbabilities(Path target, GridReference grid) {
        byte[] row = new byte[SurfaceClass.COUNT * SIDE];
        Random random = new Random(7);
        try (ProbabilityFile file = ProbabilityFile.create(target, grid, Map.of())) {
            for (int y = 0; y < SIDE; y++) {
                random.nextBytes(row);
                file.row(row);
            }
            file.commit();
        }
    }
}
