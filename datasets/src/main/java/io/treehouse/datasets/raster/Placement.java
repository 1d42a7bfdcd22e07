package io.treehouse.datasets.raster;

import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.problem.InputProblem.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gdal.gdal.Dataset;
import org.gdal.osr.SpatialReference;

/**
 * Where a raster lies and how large its pixels are, from its file and from what the caller says.
 *
 * @param grid the grid, for what is made from the raster
 * @param crs name of the CRS; empty without georeferencing
 * @param groundSampling size of a pixel on the ground
 * @param areas area of each pixel; empty if unknown
 * @param corners longitude and latitude of its corners, see {@link Georeferencing#corners}; empty if unknown
 * @param warnings what is unusual, in words
 */
record Placement(
        GridReference grid,
        Optional<String> crs,
        GroundSampling groundSampling,
        Optional<PixelAreas> areas,
        Optional<List<List<Double>>> corners,
        List<String> warnings) {
    /** The ground sampling distance that is assumed when nothing tells it: the model's. */
    private static final double ASSUMED_GSD_METRES = 0.5;

    private static final double TOLERATED_CONTRADICTION = 0.05;
    /** Pixels of 2 m on a map are up to this much larger or smaller on the ground, by the projection's scale. */
    private static final double PROJECTION_SCALE = 0.005;

    private static final double COMFORTABLE_LOW_METRES = 0.1;
    private static final double COMFORTABLE_HIGH_METRES = 1.2;
    private static final String POINT = "Point";

    static Placement of(Dataset dataset, RasterOptions options) {
        List<String> warnings = new ArrayList<>();
        Optional<double[]> transform = Optional.ofNullable(transform(dataset));
        Optional<String> wkt = Optional.ofNullable(wkt(dataset));
        if (options.bbox() != null) {
            if (transform.isPresent() && wkt.isPresent()) {
                throw new InputProblem(
                        Kind.INVALID_PARAMETER,
                        "bbox and crs were given, but the picture is georeferenced itself",
                        "Leave bbox and crs out");
            }
            transform = Optional.of(transform(options.bbox(), dataset.getRasterXSize(), dataset.getRasterYSize()));
            wkt = Optional.of(wkt(options.crs()));
        }
        if (transform.isEmpty() || wkt.isEmpty()) {
            return withoutGeoreferencing(dataset, options, transform, wkt, warnings);
        }
        return georeferenced(grid(dataset, transform, wkt), options, warnings);
    }

    private static Placement georeferenced(GridReference grid, RasterOptions options, List<String> warnings) {
        try (Georeferencing georeferencing =
                new Georeferencing(grid.transform().orElseThrow(), grid.wkt().orElseThrow())) {
            GroundSampling sampling = georeferencing.groundSampling(grid.width() / 2.0, grid.height() / 2.0);
            checkSupported(sampling);
            checkAgreement(sampling, options.gsdMetres());
            warnIfUncomfortable(sampling, warnings);
            return new Placement(
                    grid,
                    Optional.of(georeferencing.crsName()),
                    sampling,
                    Optional.of(InterpolatedAreas.of(georeferencing, grid.width(), grid.height())),
                    georeferencing.corners(grid.width(), grid.height()),
                    warnings);
        }
    }

    private static Placement withoutGeoreferencing(
            Dataset dataset,
            RasterOptions options,
            Optional<double[]> transform,
            Optional<String> wkt,
            List<String> warnings) {
        if (dataset.GetGCPCount() > 0) {
            warnings.add("The picture has ground control points only and counts as not georeferenced; warp it first, or"
                    + " give bbox and crs");
        } else if (wkt.isPresent()) {
            warnings.add("The picture names a CRS but not where it lies, and counts as not georeferenced; give bbox and"
                    + " crs");
        } else if (transform.isPresent()) {
            warnings.add("The picture has a transform but no CRS, and counts as not georeferenced");
        }
        GridReference grid = grid(dataset, transform, wkt);
        if (options.gsdMetres() == null) {
            warnings.add("The ground sampling distance is unknown and taken as 0.5 m; areas are not stated. Give gsd");
            GroundSampling assumed =
                    new GroundSampling(ASSUMED_GSD_METRES, ASSUMED_GSD_METRES, GroundSampling.Source.ASSUMED);
            return new Placement(grid, Optional.empty(), assumed, Optional.empty(), Optional.empty(), warnings);
        }
        double gsd = options.gsdMetres();
        GroundSampling sampling = new GroundSampling(gsd, gsd, GroundSampling.Source.PARAMETER);
        warnIfUncomfortable(sampling, warnings);
        return new Placement(
                grid, Optional.empty(), sampling, Optional.of((x, y) -> gsd * gsd), Optional.empty(), warnings);
    }

    /** The grid that a file itself says. */
    static GridReference grid(Dataset dataset) {
        return grid(dataset, Optional.ofNullable(transform(dataset)), Optional.ofNullable(wkt(dataset)));
    }

    private static GridReference grid(Dataset dataset, Optional<double[]> transform, Optional<String> wkt) {
        boolean point = POINT.equalsIgnoreCase(dataset.GetMetadataItem("AREA_OR_POINT"));
        return new GridReference(dataset.getRasterXSize(), dataset.getRasterYSize(), transform, wkt, point);
    }

    private static void checkSupported(GroundSampling sampling) {
        double smaller = Math.min(sampling.xMetres(), sampling.yMetres());
        double larger = Math.max(sampling.xMetres(), sampling.yMetres());
        if (smaller < RasterOptions.MINIMUM_GSD_METRES * 0.5
                || larger > RasterOptions.MAXIMUM_GSD_METRES * 2
                || sampling.metres() * (1 + PROJECTION_SCALE) < RasterOptions.MINIMUM_GSD_METRES
                || sampling.metres() > RasterOptions.MAXIMUM_GSD_METRES * (1 + PROJECTION_SCALE)) {
            throw new InputProblem(
                    Kind.UNUSABLE_RASTER,
                    "The picture's pixels are %.3g × %.3g m on the ground; the model supports %s to %s m"
                            .formatted(
                                    sampling.xMetres(),
                                    sampling.yMetres(),
                                    RasterOptions.MINIMUM_GSD_METRES,
                                    RasterOptions.MAXIMUM_GSD_METRES),
                    "Send a picture of another resolution, or resample it");
        }
    }

    private static void checkAgreement(GroundSampling sampling, Double gsdMetres) {
        if (gsdMetres != null && Math.abs(gsdMetres / sampling.metres() - 1) > TOLERATED_CONTRADICTION) {
            throw new InputProblem(
                    Kind.INVALID_PARAMETER,
                    "gsd=%s contradicts the picture's georeferencing, by which a pixel measures %.4g m on the ground"
                            .formatted(gsdMetres, sampling.metres()),
                    "Leave gsd out, or correct the georeferencing");
        }
    }

    private static void warnIfUncomfortable(GroundSampling sampling, List<String> warnings) {
        if (sampling.metres() < COMFORTABLE_LOW_METRES || sampling.metres() > COMFORTABLE_HIGH_METRES) {
            warnings.add(
                    "The ground sampling distance of %.3g m is outside of the %s to %s m that the model is made for"
                            .formatted(sampling.metres(), COMFORTABLE_LOW_METRES, COMFORTABLE_HIGH_METRES));
        }
    }

    /** The file's transform; null if it has none. */
    private static double[] transform(Dataset dataset) {
        double[] transform = new double[6];
        dataset.GetGeoTransform(transform);
        boolean none = transform[0] == 0
                && transform[1] == 1
                && transform[2] == 0
                && transform[3] == 0
                && transform[4] == 0
                && Math.abs(transform[5]) == 1;
        return none ? null : transform;
    }

    private static double[] transform(Bbox bbox, int width, int height) {
        return new double[] {
            bbox.west(), (bbox.east() - bbox.west()) / width, 0, bbox.north(), 0, (bbox.south() - bbox.north()) / height
        };
    }

    /** The file's CRS; null if it has none. */
    private static String wkt(Dataset dataset) {
        SpatialReference reference = dataset.GetSpatialRef();
        if (reference == null) {
            return null;
        }
        try {
            String wkt = dataset.GetProjection();
            return wkt == null || wkt.isEmpty() ? null : wkt;
        } finally {
            reference.delete();
        }
    }

    private static String wkt(String crs) {
        SpatialReference reference = CrsName.reference(crs);
        try {
            return reference.ExportToWkt();
        } finally {
            reference.delete();
        }
    }
}
