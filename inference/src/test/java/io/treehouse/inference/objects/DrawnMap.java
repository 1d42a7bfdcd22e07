package io.treehouse.inference.objects;

import io.treehouse.datasets.raster.GridReference;
import io.treehouse.datasets.raster.GroundSampling;
import io.treehouse.datasets.scheme.SurfaceClass;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;

/** A class map drawn by code, without georeferencing, on pixels of a known size. */
final class DrawnMap {
    final int width;
    final int height;
    final byte[] classes;
    final float[] confidence;
    final GroundSampling sampling;

    DrawnMap(int width, int height, double gsdMetres) {
        this.width = width;
        this.height = height;
        classes = new byte[width * height];
        confidence = new float[width * height];
        Arrays.fill(confidence, 0.9f);
        sampling = new GroundSampling(gsdMetres, gsdMetres, GroundSampling.Source.PARAMETER);
    }

    /** A map of characters: {@code #} building, {@code =} built_up, {@code ~} water, {@code T} canopy, {@code ?} nodata. */
    static DrawnMap of(double gsdMetres, String... rows) {
        DrawnMap map = new DrawnMap(rows[0].length(), rows.length, gsdMetres);
        for (int i = 0; i < map.classes.length; i++) {
            map.classes[i] = (byte) code(rows[i / map.width].charAt(i % map.width));
        }
        return map;
    }

    private static int code(char symbol) {
        int known = ".=#~T".indexOf(symbol);
        return known >= 0 ? known : SurfaceClass.NODATA;
    }

    DrawnMap fill(SurfaceClass surface, BiPredicate<Double, Double> inside) {
        for (int i = 0; i < classes.length; i++) {
            if (inside.test(i % width + 0.5, i / width + 0.5)) {
                classes[i] = (byte) surface.code();
            }
        }
        return this;
    }

    /** A canopy of round crowns whose probability falls from the middle to the border. */
    DrawnMap crown(double x, double y, double radius) {
        for (int i = 0; i < classes.length; i++) {
            double distance = Math.hypot(i % width + 0.5 - x, i / width + 0.5 - y);
            if (distance <= radius) {
                classes[i] = (byte) SurfaceClass.TREE_CANOPY.code();
                confidence[i] = (float) (1 - 0.4 * distance / radius);
            }
        }
        return this;
    }

    long count(SurfaceClass surface) {
        long count = 0;
        for (byte code : classes) {
            count += code == surface.code() ? 1 : 0;
        }
        return count;
    }

    GridReference grid() {
        return new GridReference(width, height, Optional.empty(), Optional.empty(), false);
    }

    List<Region> regions() {
        return regions(height);
    }

    /** The regions, the map handed over in blocks of some rows. */
    List<Region> regions(int blockRows) {
        List<Region> regions = new ArrayList<>();
        double pixelM2 = sampling.xMetres() * sampling.yMetres();
        ObjectExtractor extractor = new ObjectExtractor(
                width, height, sampling, Optional.of((x, y) -> pixelM2), CrownSettings.DEFAULT, regions::add);
        for (int row = 0; row < height; row += blockRows) {
            int rows = Math.min(blockRows, height - row);
            extractor.rows(
                    row,
                    rows,
                    Arrays.copyOfRange(classes, row * width, (row + rows) * width),
                    Arrays.copyOfRange(confidence, row * width, (row + rows) * width));
        }
        return regions;
    }

    List<Region> regions(ObjectClass kind) {
        return regions().stream().filter(region -> region.kind() == kind).toList();
    }

    List<MapObject> objects(ObjectClass kind) {
        ObjectShaper shaper = new ObjectShaper(grid(), sampling);
        return regions(kind).stream().map(shaper::shape).toList();
    }

    MapObject only(ObjectClass kind) {
        List<MapObject> objects = objects(kind);
        if (objects.size() != 1) {
            throw new AssertionError(objects.size() + " objects of class " + kind.label());
        }
        return objects.get(0);
    }
}
