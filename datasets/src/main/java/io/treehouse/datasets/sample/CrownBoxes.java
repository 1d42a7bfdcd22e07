package io.treehouse.datasets.sample;

import io.treehouse.datasets.catalog.LabelFiles;
import io.treehouse.datasets.catalog.LegendEntry;
import io.treehouse.datasets.scheme.ClassSet;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Labels as boxes around crowns. The ellipse that fills {@value #CROWN_SHARE} of a box's width and height is taken for
 * the crown, the rest of the box is unknown: crowns are round, and boxes drawn with a margin. Where boxes overlap, a
 * crown wins over the rest of another box, and the later crown over the earlier.
 */
final class CrownBoxes implements LabelSource {
    private static final double CROWN_SHARE = 0.8;

    private final LabelFiles.CrownBoxes boxes;
    private final Map<String, ClassSet> legend = new HashMap<>();

    CrownBoxes(LabelFiles.CrownBoxes boxes, List<LegendEntry> legend) {
        this.boxes = boxes;
        legend.forEach(entry -> this.legend.put(entry.label(), entry.classes()));
    }

    private record Box(double x0, double y0, double x1, double y1, String label) {
        static Box of(String[] cells) {
            return new Box(
                    Double.parseDouble(cells[0]),
                    Double.parseDouble(cells[1]),
                    Double.parseDouble(cells[2]),
                    Double.parseDouble(cells[3]),
                    cells[4]);
        }

        /** Whether a point lies within the ellipse that fills this share of the box's width and height. */
        boolean ellipseHolds(double share, double x, double y) {
            double dx = (2 * x - x0 - x1) / (share * (x1 - x0));
            double dy = (2 * y - y0 - y1) / (share * (y1 - y0));
            return dx * dx + dy * dy <= 1;
        }
    }

    @Override
    public PixelLabels read(Picture picture) {
        Path table = boxes.of(picture.file());
        LabelSource.requireFile(table, picture);
        List<Box> all = CsvRows.read(table, "x0,y0,x1,y1,class", Box::of);
        Map<String, Long> unknown = new HashMap<>();
        all.stream()
                .filter(box -> !legend.containsKey(box.label()))
                .forEach(box -> unknown.merge(box.label(), 1L, Long::sum));
        List<Box> known =
                all.stream().filter(box -> legend.containsKey(box.label())).toList();
        byte[] classSets = new byte[picture.width() * picture.height()];
        Arrays.fill(classSets, (byte) boxes.elsewhere().bits());
        known.forEach(box -> paint(box, 0, false, picture, classSets));
        known.forEach(box -> paint(box, legend.get(box.label()).bits(), true, picture, classSets));
        return new PixelLabels(classSets, unknown);
    }

    /** Paints the pixels whose centres lie in a box, or only those in its crown. */
    private static void paint(Box box, int bits, boolean crownOnly, Picture picture, byte[] classSets) {
        int lastRow = Math.min(picture.height(), (int) Math.ceil(box.y1() - 0.5));
        int lastColumn = Math.min(picture.width(), (int) Math.ceil(box.x1() - 0.5));
        for (int y = Math.max(0, (int) Math.ceil(box.y0() - 0.5)); y < lastRow; y++) {
            for (int x = Math.max(0, (int) Math.ceil(box.x0() - 0.5)); x < lastColumn; x++) {
                if (!crownOnly || box.ellipseHolds(CROWN_SHARE, x + 0.5, y + 0.5)) {
                    classSets[y * picture.width() + x] = (byte) bits;
                }
            }
        }
    }
}
