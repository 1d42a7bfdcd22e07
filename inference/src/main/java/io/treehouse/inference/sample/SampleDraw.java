package io.treehouse.inference.sample;

import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.problem.InputProblem.Kind;
import io.treehouse.datasets.raster.ClassMapReader;
import io.treehouse.datasets.raster.GridReference;
import io.treehouse.datasets.raster.PixelAreas;
import io.treehouse.datasets.raster.Raster;
import io.treehouse.datasets.raster.RasterOptions;
import io.treehouse.datasets.scheme.SurfaceClass;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * A stratified random sample of the pixels of a class map: the strata are its classes, and within each every pixel is as
 * likely as any other. Seeded: the same map, numbers and seed give the same sample. Immutable.
 *
 * @param grid grid of the map
 * @param strata classes that occur, in the order of their codes
 * @param pixels the pixels drawn, in random order
 * @param seed seed of the draw
 */
public record SampleDraw(GridReference grid, List<Stratum> strata, List<SampledPixel> pixels, long seed) {
    /** Standard errors need two points a stratum. */
    private static final int LEAST_POINTS = 2;

    public SampleDraw {
        strata = List.copyOf(strata);
        pixels = List.copyOf(pixels);
    }

    /**
     * Draws a sample.
     *
     * @param classMap a class map, georeferenced
     * @param points pixels to draw in all
     * @param least pixels to draw of each class at least, 2 or more
     * @throws InputProblem if the map cannot be used, or the numbers make no sense
     */
    public static SampleDraw of(Path classMap, int points, int least, long seed) {
        if (least < LEAST_POINTS || points < least) {
            throw new InputProblem(
                    Kind.INVALID_PARAMETER,
                    "A sample cannot have %d points with %d of each class".formatted(points, least),
                    "Give at least two points of each class, and no fewer in all");
        }
        ClassMapReader map = ClassMapReader.read(classMap);
        try (Raster raster = Raster.open(classMap, RasterOptions.NONE, Long.MAX_VALUE)) {
            PixelAreas areas = raster.pixelAreas()
                    .filter(known -> raster.crs().isPresent())
                    .orElseThrow(() -> new InputProblem(
                            Kind.UNUSABLE_RASTER,
                            "The class map is not georeferenced, so that its pixels have no place and no area",
                            "Classify a georeferenced image, or give bbox and crs with it"));
            List<Stratum> strata = strata(map, areas, points, least);
            if (strata.isEmpty()) {
                throw new InputProblem(
                        Kind.UNUSABLE_RASTER,
                        "No pixel of the class map has a class, so that there is nothing to draw",
                        "Give a class map with imagery");
            }
            List<SampledPixel> drawn = drawn(map, strata, seed);
            Collections.shuffle(drawn, new Random(seed));
            return new SampleDraw(raster.grid(), strata, drawn, seed);
        }
    }

    private static List<Stratum> strata(ClassMapReader map, PixelAreas areas, int points, int least) {
        long[] pixels = new long[SurfaceClass.COUNT];
        double[] areasM2 = new double[SurfaceClass.COUNT];
        for (int i = 0; i < map.classes().length; i++) {
            int code = Byte.toUnsignedInt(map.classes()[i]);
            if (code != SurfaceClass.NODATA) {
                pixels[code]++;
                areasM2[code] += areas.areaM2(i % map.width(), i / map.width());
            }
        }
        int[] allocated = Allocation.of(pixels, points, least);
        return IntStream.range(0, SurfaceClass.COUNT)
                .filter(code -> pixels[code] > 0)
                .mapToObj(code -> new Stratum(SurfaceClass.ofCode(code), pixels[code], areasM2[code], allocated[code]))
                .toList();
    }

    private static List<SampledPixel> drawn(ClassMapReader map, List<Stratum> strata, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<SampledPixel> drawn = new ArrayList<>();
        for (Stratum stratum : strata) {
            Set<Long> ranks = ranks(stratum, random);
            long rank = 0;
            for (int i = 0; i < map.classes().length; i++) {
                if (map.classes()[i] == stratum.mapClass().code() && ranks.contains(rank++)) {
                    drawn.add(new SampledPixel(i % map.width(), i / map.width(), stratum.mapClass()));
                }
            }
        }
        return drawn;
    }

    /** Different numbers of pixels, each set of them as likely as any other (Floyd's algorithm, Bentley 1987). */
    private static Set<Long> ranks(Stratum stratum, SplittableRandom random) {
        Set<Long> ranks = new HashSet<>();
        for (long last = stratum.pixels() - stratum.points(); last < stratum.pixels(); last++) {
            long rank = random.nextLong(last + 1);
            ranks.add(ranks.contains(rank) ? last : rank);
        }
        return ranks;
    }
}
