package io.treehouse.datasets.raster;

import io.treehouse.datasets.problem.InputProblem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.gdal.gdal.Dataset;

/**
 * A raster file as red, green and blue on the scale 0…255, with where it lies and what was unusual about it. Holds native
 * memory until it is closed; belongs to one thread at a time.
 */
public final class Raster implements RgbSource, AutoCloseable {
    private final Dataset dataset;
    private final List<Dataset> parts;
    private final BandRoles roles;
    private final BandValues values;
    private final ColourConversion conversion;
    private final ValueRange range;
    private final Placement placement;
    private final boolean bytesAsTheyAre;
    private final ValueObserver observer = new ValueObserver();
    private byte[] bytes = new byte[0];
    private double[] stored = new double[0];

    private Raster(Dataset dataset, List<Dataset> parts, RasterOptions options) {
        this.dataset = dataset;
        this.parts = parts;
        this.roles = BandRoles.of(dataset, options.bands());
        this.values = new BandValues(dataset, roles, options.nodata());
        this.conversion = ColourConversion.of(dataset, roles);
        this.placement = Placement.of(dataset, options);
        this.range =
                RangeChoice.of(values, roles, options.scaling(), dataset.getRasterXSize(), dataset.getRasterYSize());
        this.bytesAsTheyAre = roles.model() == BandRoles.ColourModel.RGB
                && values.isPlainBytes()
                && values.hidesNothing()
                && range.isByteRange();
    }

    /**
     * Opens a file.
     *
     * @param file a GeoTIFF, PNG, JPEG or JPEG 2000 file, told by its content
     * @param options what the caller says about it
     * @param maximumPixels pixels above which it is refused, before any of them is read
     * @throws InputProblem if it is no such file, is damaged or does not fit what the caller says
     */
    public static Raster open(Path file, RasterOptions options, long maximumPixels) {
        return open(RasterFormat.of(file).open(file), List.of(), options, maximumPixels);
    }

    /**
     * Opens neighbouring files of one grid as one raster. Where they overlap the last one counts; ground in none of them is
     * nodata.
     *
     * @param files at least one; with one this is {@link #open(Path, RasterOptions, long)}
     * @throws InputProblem as for one file, and if they have no common grid, different bands, or are not north up
     */
    public static Raster open(List<Path> files, RasterOptions options, long maximumPixels) {
        if (files.size() == 1) {
            return open(files.get(0), options, maximumPixels);
        }
        RasterMosaic mosaic = RasterMosaic.open(files);
        return open(mosaic.whole(), mosaic.parts(), options, maximumPixels);
    }

    private static Raster open(Dataset dataset, List<Dataset> parts, RasterOptions options, long maximumPixels) {
        try {
            RasterLimits.require(dataset, maximumPixels);
            parts.forEach(part -> RasterLimits.require(part, maximumPixels));
            return new Raster(dataset, parts, options);
        } catch (RuntimeException fault) {
            dataset.delete();
            parts.forEach(Dataset::delete);
            throw fault instanceof InputProblem ? fault : RasterFormat.unreadable(fault);
        }
    }

    @Override
    public int width() {
        return placement.grid().width();
    }

    @Override
    public int height() {
        return placement.grid().height();
    }

    @Override
    public GridOrigin origin() {
        return placement
                .grid()
                .transform()
                .map(transform -> GridOrigin.of(transform, height()))
                .orElse(GridOrigin.NONE);
    }

    @Override
    public GroundSampling groundSampling() {
        return placement.groundSampling();
    }

    /** Name of the CRS, such as {@code EPSG:2056}; empty without georeferencing. */
    public Optional<String> crs() {
        return placement.crs();
    }

    /** Ground area of each pixel; empty if the ground sampling distance is unknown. */
    public Optional<PixelAreas> pixelAreas() {
        return placement.areas();
    }

    /**
     * Longitude and latitude in degrees of the corners: top left, top right, bottom right, bottom left, going on beyond 180
     * where the raster crosses the antimeridian. Empty if it is not georeferenced.
     */
    public Optional<List<List<Double>>> corners() {
        return placement.corners();
    }

    /** The grid, for what is made from this raster. */
    public GridReference grid() {
        return placement.grid();
    }

    /** 1-based numbers of the bands that make the colours. */
    public List<Integer> bands() {
        return roles.colours();
    }

    /** Bands of the file, whatever they are used for. */
    public int bandCount() {
        return dataset.getRasterCount();
    }

    /** The stretch that was applied to the values. */
    public ValueRange valueRange() {
        return range;
    }

    /** What is unusual about the raster, in words; complete when all of its pixels have been read. */
    public List<String> warnings() {
        List<String> warnings = new ArrayList<>(placement.warnings());
        warnings.addAll(roles.warnings());
        String orientation = dataset.GetMetadataItem("EXIF_Orientation");
        if (orientation != null && !orientation.equals("1")) {
            warnings.add("The picture asks to be turned for display (EXIF orientation " + orientation
                    + "); it was classified on the grid that it is stored on");
        }
        observer.warning(range).ifPresent(warnings::add);
        return List.copyOf(warnings);
    }

    @Override
    public void read(PixelWindow window, float[] rgb, boolean[] valid) {
        int pixels = window.pixels();
        Arrays.fill(valid, 0, pixels, true);
        if (bytesAsTheyAre) {
            readBytesAsTheyAre(window, rgb);
            return;
        }
        try {
            readStored(window);
            values.applyMasks(window, window.width(), window.height(), valid);
        } catch (RuntimeException damaged) {
            throw RasterFormat.unreadable(damaged);
        }
        int bands = values.count();
        float[] pixel = new float[bands];
        for (int i = 0; i < pixels; i++) {
            int at = i * bands;
            if (!valid[i] || !values.isValid(stored, at)) {
                valid[i] = false;
                Arrays.fill(rgb, 3 * i, 3 * i + 3, 0);
                continue;
            }
            for (int band = 0; band < bands; band++) {
                double value = values.scaled(stored[at + band], band);
                observer.see(value);
                pixel[band] = range.apply(value);
            }
            conversion.convert(pixel, rgb, 3 * i);
        }
    }

    /** 8-bit colours of which nothing is hidden: by far the most scenes, and nothing is to be computed. */
    private void readBytesAsTheyAre(PixelWindow window, float[] rgb) {
        int count = 3 * window.pixels();
        bytes = bytes.length < count ? new byte[count] : bytes;
        try {
            values.readBytes(window, bytes);
        } catch (RuntimeException damaged) {
            throw RasterFormat.unreadable(damaged);
        }
        int lowest = 255;
        int highest = 0;
        for (int i = 0; i < count; i++) {
            int value = bytes[i] & 255;
            rgb[i] = value;
            lowest = Math.min(lowest, value);
            highest = Math.max(highest, value);
        }
        observer.see(lowest);
        observer.see(highest);
    }

    private void readStored(PixelWindow window) {
        int count = window.pixels() * values.count();
        if (stored.length < count) {
            stored = new double[count];
        }
        if (values.isPlainBytes()) {
            // A byte array crosses to native code eight times faster than doubles do.
            if (bytes.length < count) {
                bytes = new byte[count];
            }
            values.readBytes(window, bytes);
            for (int i = 0; i < count; i++) {
                stored[i] = bytes[i] & 255;
            }
        } else {
            values.read(window, window.width(), window.height(), stored);
        }
    }

    @Override
    public void close() {
        dataset.delete();
        parts.forEach(Dataset::delete);
    }
}
