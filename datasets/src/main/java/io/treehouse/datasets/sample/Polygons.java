package io.treehouse.datasets.sample;

import io.treehouse.datasets.catalog.LabelFiles;
import io.treehouse.datasets.catalog.LegendEntry;
import io.treehouse.datasets.vector.BurntPolygons;
import io.treehouse.datasets.vector.PolygonRasteriser;
import java.nio.file.Path;
import java.util.List;

/** Labels as polygons with an attribute. */
final class Polygons implements LabelSource {
    private final LabelFiles.Polygons labels;
    private final List<LegendEntry> legend;

    Polygons(LabelFiles.Polygons labels, List<LegendEntry> legend) {
        this.labels = labels;
        this.legend = legend;
    }

    @Override
    public PixelLabels read(Picture picture) {
        Path file = labels.of(picture.file());
        LabelSource.requireFile(file, picture);
        BurntPolygons burnt = PolygonRasteriser.burn(
                file,
                labels.attribute(),
                legend.stream().map(LegendEntry::label).toList(),
                picture.grid());
        byte[] classSets = new byte[burnt.values().length];
        for (int pixel = 0; pixel < classSets.length; pixel++) {
            int value = burnt.values()[pixel] & 255;
            classSets[pixel] = (byte)
                    (value == 0 ? labels.elsewhere() : legend.get(value - 1).classes()).bits();
        }
        return new PixelLabels(classSets, burnt.unknown());
    }
}
