package io.treehouse.datasets.raster;

import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.problem.InputProblem.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import org.gdal.gdal.Band;
import org.gdal.gdal.Dataset;
import org.gdal.gdalconst.gdalconst;

/**
 * Which bands of a raster are red, green and blue, and which says where there is imagery.
 *
 * @param colours 1-based numbers of the bands that make the colours: three (red, green, blue), one (grey or a palette's
 *     indices) or four (cyan, magenta, yellow, black)
 * @param model how the bands make colours
 * @param alpha 1-based number of the opacity band; empty if there is none
 * @param warnings what is unusual, in words
 */
record BandRoles(List<Integer> colours, ColourModel model, OptionalInt alpha, List<String> warnings) {
    /** How bands make colours. */
    enum ColourModel {
        /** Three bands are red, green and blue. */
        RGB,
        /** One band is repeated. */
        GREY,
        /** One band is an index into the file's colour table. */
        PALETTE,
        /** Four bands are inks. */
        CMYK,
        /** Three bands are brightness and colour differences. */
        YCBCR
    }

    static BandRoles of(Dataset dataset, List<Integer> chosen) {
        int count = dataset.getRasterCount();
        if (chosen != null) {
            return chosen(dataset, chosen, count);
        }
        Map<Integer, Integer> byInterpretation = byInterpretation(dataset);
        OptionalInt alpha = find(byInterpretation, gdalconst.GCI_AlphaBand);
        if (byInterpretation.containsKey(gdalconst.GCI_PaletteIndex)) {
            int index = byInterpretation.get(gdalconst.GCI_PaletteIndex);
            return new BandRoles(List.of(index), ColourModel.PALETTE, alpha, List.of());
        }
        for (Interpretation candidate : Interpretation.values()) {
            if (candidate.codes.stream().allMatch(byInterpretation::containsKey)) {
                List<Integer> bands =
                        candidate.codes.stream().map(byInterpretation::get).toList();
                return new BandRoles(bands, candidate.model, alpha, List.of());
            }
        }
        return byCount(dataset, count, alpha);
    }

    /** Sets of colour interpretation tags that settle the matter. */
    private enum Interpretation {
        RGB(ColourModel.RGB, gdalconst.GCI_RedBand, gdalconst.GCI_GreenBand, gdalconst.GCI_BlueBand),
        CMYK(
                ColourModel.CMYK,
                gdalconst.GCI_CyanBand,
                gdalconst.GCI_MagentaBand,
                gdalconst.GCI_YellowBand,
                gdalconst.GCI_BlackBand),
        YCBCR(ColourModel.YCBCR, gdalconst.GCI_YCbCr_YBand, gdalconst.GCI_YCbCr_CbBand, gdalconst.GCI_YCbCr_CrBand);

        private final ColourModel model;
        private final List<Integer> codes;

        Interpretation(ColourModel model, Integer... codes) {
            this.model = model;
            this.codes = List.of(codes);
        }
    }

    private static BandRoles chosen(Dataset dataset, List<Integer> chosen, int count) {
        for (int band : chosen) {
            if (band > count) {
                throw new InputProblem(
                        Kind.INVALID_PARAMETER,
                        "bands asks for band " + band + " of a picture with " + count,
                        "Give three numbers from 1 to " + count);
            }
        }
        List<String> warnings = chosen.stream().distinct().count() < 3
                ? List.of("The same band serves for several colours; the model was made for true colours")
                : List.of();
        return new BandRoles(
                chosen, ColourModel.RGB, find(byInterpretation(dataset), gdalconst.GCI_AlphaBand), warnings);
    }

    private static BandRoles byCount(Dataset dataset, int count, OptionalInt alpha) {
        int colours = alpha.isPresent() ? count - 1 : count;
        if (colours == 1 || colours == 2 && count == 2) {
            OptionalInt opacity = count == 2 && alpha.isEmpty() ? OptionalInt.of(2) : alpha;
            int grey = alpha.isPresent() && alpha.getAsInt() == 1 ? 2 : 1;
            return new BandRoles(List.of(grey), ColourModel.GREY, opacity, greyWarning());
        }
        if (colours == 3 || colours == 4) {
            return new BandRoles(List.of(1, 2, 3), ColourModel.RGB, alpha, List.of());
        }
        List<Integer> described = byDescription(dataset);
        if (described.size() == 3) {
            return new BandRoles(described, ColourModel.RGB, alpha, List.of());
        }
        throw new InputProblem(
                Kind.UNUSABLE_RASTER,
                "The picture has " + count + " bands, and nothing says which of them are red, green and blue",
                "Give bands=R,G,B with the numbers of the red, green and blue band, counted from 1");
    }

    private static List<String> greyWarning() {
        return List.of(
                "The picture has one band, which was repeated for red, green and blue; the model was made for true"
                        + " colours");
    }

    private static List<Integer> byDescription(Dataset dataset) {
        Map<String, Integer> byName = new HashMap<>();
        for (int number = 1; number <= dataset.getRasterCount(); number++) {
            String description = dataset.GetRasterBand(number).GetDescription();
            byName.putIfAbsent(description.strip().toLowerCase(Locale.ROOT), number);
        }
        List<Integer> bands = new ArrayList<>();
        for (List<String> names : List.of(List.of("red", "r"), List.of("green", "g"), List.of("blue", "b"))) {
            names.stream()
                    .filter(byName::containsKey)
                    .findFirst()
                    .map(byName::get)
                    .ifPresent(bands::add);
        }
        return bands;
    }

    private static OptionalInt find(Map<Integer, Integer> byInterpretation, int code) {
        Integer band = byInterpretation.get(code);
        return band == null ? OptionalInt.empty() : OptionalInt.of(band);
    }

    private static Map<Integer, Integer> byInterpretation(Dataset dataset) {
        Map<Integer, Integer> bands = new HashMap<>();
        for (int number = 1; number <= dataset.getRasterCount(); number++) {
            Band band = dataset.GetRasterBand(number);
            int code = band.GetColorInterpretation();
            boolean indexed = code == gdalconst.GCI_PaletteIndex || number == 1 && band.GetColorTable() != null;
            bands.putIfAbsent(indexed ? gdalconst.GCI_PaletteIndex : code, number);
        }
        return bands;
    }
}
