package io.treehouse.inference.table;

import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.problem.InputProblem.Kind;
import io.treehouse.datasets.vector.FeatureFormat;

/** Which formats of features can hold tables of figures. */
public final class TableFormats {
    private TableFormats() {}

    /**
     * Refuses formats that cannot hold a table.
     *
     * @throws InputProblem for FlatGeobuf, which leaves out rows without a place
     */
    public static void requirePossible(FeatureFormat format) {
        if (format == FeatureFormat.FLATGEOBUF) {
            throw new InputProblem(
                    Kind.INVALID_PARAMETER,
                    "FlatGeobuf cannot hold figures whose place is not known",
                    "Take GeoPackage, GeoParquet or GeoJSON for tables of figures");
        }
    }
}
