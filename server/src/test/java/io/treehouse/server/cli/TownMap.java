package io.treehouse.server.cli;

import io.treehouse.datasets.raster.ClassMapFile;
import io.treehouse.datasets.raster.GridReference;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Georeferenced class maps of 40 × 40 m in Switzerland, in pixels of 1 m: wood with one house in it. */
public final class TownMap {
    /** West end of the map. */
    public static final double EAST = 2_683_000;

    /** North end of the map. */
    public static final double NORTH = 1_247_000;

    private static final int SIDE = 40;
    private static final String WKT = """
            PROJCS["CH1903+ / LV95",GEOGCS["CH1903+",DATUM["CH1903+",SPHEROID["Bessel 1841",6377397.155,299.1528128],\
            TOWGS84[674.374,15.056,405.346,0,0,0,0]],PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433]],\
            PROJECTION["Hotine_Oblique_Mercator_Azimuth_Center"],PARAMETER["latitude_of_center",46.9524055555556],\
            PARAMETER["longitude_of_center",7.43958333333333],PARAMETER["azimuth",90],\
            PARAMETER["rectified_grid_angle",90],PARAMETER["scale_factor",1],PARAMETER["false_easting",2600000],\
            PARAMETER["false_northing",1200000],UNIT["metre",1],AXIS["Easting",EAST],AXIS["Northing",NORTH],\
            AUTHORITY["EPSG","2056"]]""";

    private TownMap() {}

    /** Writes a map whose house begins at a column and is ten metres wide and long; all else is canopy. */
    public static Path write(Path file, int houseColumn) {
        double[] transform = {EAST, 1, 0, NORTH, 0, -1};
        byte[] classes = new byte[SIDE * SIDE];
        for (int i = 0; i < classes.length; i++) {
            int x = i % SIDE;
            int y = i / SIDE;
            boolean house = x >= houseColumn && x < houseColumn + 10 && y >= 10 && y < 20;
            classes[i] = (byte) (house ? 2 : 4);
        }
        GridReference grid = new GridReference(SIDE, SIDE, Optional.of(transform), Optional.of(WKT), false);
        try (ClassMapFile map = ClassMapFile.create(file, grid, Map.of("IMAGE_ID", "town"))) {
            map.rows(0, SIDE, classes, new float[classes.length]);
            map.commit();
        }
        return file;
    }
}
