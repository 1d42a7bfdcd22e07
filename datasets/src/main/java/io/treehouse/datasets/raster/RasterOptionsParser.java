package io.treehouse.datasets.raster;

import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.problem.InputProblem.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Reads {@link RasterOptions} from text, the same for HTTP parameters and flags of the command line. */
public final class RasterOptionsParser {
    /** Names of the parameters. */
    public static final Set<String> NAMES = Set.of("gsd", "bands", "scaling", "nodata", "bbox", "crs");

    private RasterOptionsParser() {}

    /**
     * Reads options.
     *
     * @param given text by parameter name; names that are missing were not given
     * @throws InputProblem INVALID_PARAMETER with the parameter's name if one makes no sense
     */
    public static RasterOptions parse(Map<String, String> given) {
        Double gsd = read(given, "gsd", RasterOptionsParser::number, "metres per pixel, such as gsd=0.5");
        List<Integer> bands =
                read(given, "bands", RasterOptionsParser::bands, "three band numbers from 1, such as bands=4,3,2");
        Scaling scaling = read(given, "scaling", RasterOptionsParser::scaling, "auto, none or LOW,HIGH");
        Double nodata = read(given, "nodata", RasterOptionsParser::nodata, "a number, such as nodata=0");
        Bbox bbox = read(given, "bbox", RasterOptionsParser::bbox, "west,south,east,north in the units of crs");
        String crs = read(given, "crs", CrsName::checked, "the name of a CRS, such as crs=EPSG:4326");
        try {
            return new RasterOptions(gsd, bands, scaling == null ? new Scaling.Auto() : scaling, nodata, bbox, crs);
        } catch (IllegalArgumentException fault) {
            String name = bbox == null == (crs == null) ? "gsd" : "bbox";
            throw problem(name, given.getOrDefault(name, ""), fault, "a value in that range");
        }
    }

    private static <T> T read(Map<String, String> given, String name, Function<String, T> parser, String expected) {
        String text = given.get(name);
        if (text == null) {
            return null;
        }
        try {
            return parser.apply(text.strip());
        } catch (IllegalArgumentException fault) {
            throw problem(name, text, fault, expected);
        }
    }

    private static InputProblem problem(String name, String text, IllegalArgumentException fault, String expected) {
        String reason = fault instanceof NumberFormatException ? "it is no number" : fault.getMessage();
        return new InputProblem(
                Kind.INVALID_PARAMETER,
                "The parameter " + name + " cannot be '" + abbreviate(text) + "': " + reason,
                "Give " + expected,
                fault);
    }

    private static String abbreviate(String text) {
        return text.length() <= 80 ? text : text.substring(0, 80) + "…";
    }

    private static double number(String text) {
        // Double.parseDouble also takes "1d", "0x1p3" and "NaN", which nobody means here.
        if (!text.matches("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?")) {
            throw new NumberFormatException(text);
        }
        return Double.parseDouble(text);
    }

    private static double nodata(String text) {
        return text.equalsIgnoreCase("nan") ? Double.NaN : number(text);
    }

    private static List<Integer> bands(String text) {
        List<Integer> bands = Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .map(Integer::valueOf)
                .toList();
        if (bands.size() != 3) {
            throw new IllegalArgumentException("it names " + bands.size() + " band(s) instead of three");
        }
        if (bands.stream().anyMatch(band -> band < 1)) {
            throw new IllegalArgumentException("bands are numbered from 1");
        }
        return bands;
    }

    private static Scaling scaling(String text) {
        if (text.equals("auto")) {
            return new Scaling.Auto();
        }
        if (text.equals("none")) {
            return new Scaling.None();
        }
        double[] numbers = numbers(text, 2, "it is neither auto, none nor LOW,HIGH");
        return new Scaling.Range(numbers[0], numbers[1]);
    }

    private static Bbox bbox(String text) {
        double[] numbers = numbers(text, 4, "it has not four numbers");
        return new Bbox(numbers[0], numbers[1], numbers[2], numbers[3]);
    }

    private static double[] numbers(String text, int count, String otherwise) {
        String[] parts = text.split(",", -1);
        if (parts.length != count) {
            throw new IllegalArgumentException(otherwise);
        }
        return Arrays.stream(parts)
                .map(String::strip)
                .mapToDouble(RasterOptionsParser::number)
                .toArray();
    }
}
