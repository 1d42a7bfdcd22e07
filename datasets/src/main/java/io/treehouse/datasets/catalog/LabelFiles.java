package io.treehouse.datasets.catalog;

import io.treehouse.datasets.scheme.ClassSet;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * How the labels of a data set are stored. Labels lie in one file for each picture, which has the picture's name, or (of
 * polygons) in a single file for all.
 */
public sealed interface LabelFiles {
    /**
     * Files named as the pictures are.
     *
     * @param folder folder of labels, beside the folder of pictures
     * @param extension ending of the label files, with its dot
     */
    record PerPicture(String folder, String extension) {
        public PerPicture {
            Objects.requireNonNull(folder, "folder");
            Objects.requireNonNull(extension, "extension");
        }

        /** The label file of a picture. */
        public Path of(Path picture) {
            String name = picture.getFileName().toString();
            String file = name.substring(0, name.lastIndexOf('.')) + extension;
            return picture.resolveSibling("..").resolve(folder).resolve(file).normalize();
        }
    }

    /** The files that are named as the pictures are. */
    PerPicture files();

    /** The file with the labels of a picture. */
    default Path of(Path picture) {
        return files().of(picture);
    }

    /**
     * Pictures whose colours are in the legend.
     *
     * @param files the masks
     * @param nearest whether a colour that is not in the legend counts as the nearest one that is: for masks with fringes
     *     of mixed colours. Otherwise it says nothing
     */
    record ColourMask(PerPicture files, boolean nearest) implements LabelFiles {}

    /**
     * Pictures of one band whose values are in the legend.
     *
     * @param files the masks
     */
    record ValueMask(PerPicture files) implements LabelFiles {}

    /**
     * Tables of tree positions in pixels, with near infrared in the pictures.
     *
     * @param files the tables, {@code x,y}
     */
    record TreePoints(PerPicture files) implements LabelFiles {}

    /**
     * Tables of boxes around tree crowns, in pixels.
     *
     * @param files the tables, {@code x0,y0,x1,y1,class}; the legend explains the class
     * @param elsewhere what pixels outside of all boxes may be
     */
    record CrownBoxes(PerPicture files, ClassSet elsewhere) implements LabelFiles {}

    /**
     * Polygons with an attribute (GeoJSON, GeoPackage). Where polygons overlap, the label that stands later in the legend
     * wins.
     *
     * @param files the files, one for each picture
     * @param shared one file for all pictures in place of these
     * @param attribute attribute whose text is looked up in the legend
     * @param elsewhere what pixels outside of all polygons may be
     */
    record Polygons(PerPicture files, Optional<Path> shared, String attribute, ClassSet elsewhere)
            implements LabelFiles {
        @Override
        public Path of(Path picture) {
            return shared.orElseGet(() -> files.of(picture));
        }
    }
}
