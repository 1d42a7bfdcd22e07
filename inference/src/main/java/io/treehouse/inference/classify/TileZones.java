package io.treehouse.inference.classify;

import io.treehouse.datasets.document.DocumentHash;
import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.raster.ClassRowSink;
import io.treehouse.datasets.raster.Raster;
import io.treehouse.datasets.vector.ZonePolygon;
import io.treehouse.datasets.vector.ZoneReader;
import io.treehouse.datasets.vector.Zones;
import io.treehouse.inference.objects.Region;
import io.treehouse.inference.zone.ZoneAccumulator;
import io.treehouse.inference.zone.ZoneCover;
import io.treehouse.inference.zone.ZoneObjects;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The zones of a tile, where some are asked for, counted while the rows come. Belongs to one thread. */
final class TileZones implements ClassRowSink {
    private final Optional<ZoneAccumulator> accumulator;
    private final Optional<ZoneObjects> objects;
    private final List<ZonePolygon> polygons;
    private final List<String> warnings;
    private final String sha256;

    /**
     * Reads the zones.
     *
     * @throws InputProblem if they cannot be used, or not with this tile
     */
    TileZones(TileRequest request, Raster tile) {
        Optional<Zones> zones = request.zones().map(wanted -> ZoneReader.read(wanted.polygons(), tile.grid()));
        accumulator =
                zones.map(read -> new ZoneAccumulator(read.polygons(), tile.width(), tile.height(), tile.pixelAreas()));
        objects = zones.map(read -> new ZoneObjects(
                read.polygons(), tile.width(), tile.height(), tile.pixelAreas().isPresent()));
        polygons = zones.map(Zones::polygons).orElse(List.of());
        warnings = zones.map(Zones::warnings).orElse(List.of());
        sha256 = request.zones()
                .map(wanted -> DocumentHash.sha256(wanted.polygons()))
                .orElse(null);
    }

    @Override
    public void rows(int firstRow, int rows, byte[] classes, float[] confidence) {
        accumulator.ifPresent(open -> open.rows(firstRow, rows, classes, confidence));
    }

    /** Takes an object of the tile. */
    void accept(Region region) {
        objects.ifPresent(open -> open.accept(region));
    }

    /** The figures of all zones; null if none were asked for. */
    List<ZoneCover> covers() {
        return accumulator
                .map(open -> objects.orElseThrow().addedTo(open.covers()))
                .orElse(null);
    }

    /**
     * Writes the file of the figures, if one is wanted.
     *
     * @param covers the figures, with their corrected areas
     * @param provenance what files made from the tile say of their making
     */
    void publish(
            TileRequest request,
            Raster tile,
            List<ZoneCover> covers,
            Map<String, String> provenance,
            Optional<Path> stagingFolder) {
        request.zones().flatMap(ZoneRequest::figures).ifPresent(target -> {
            Map<String, String> metadata = new LinkedHashMap<>(provenance);
            metadata.put("ZONES_SHA256", sha256);
            ZoneFile.write(target, request, tile.grid(), polygons, covers, metadata, stagingFolder);
        });
    }

    /** SHA-256 of the zones' file; null if none were asked for. */
    String sha256() {
        return sha256;
    }

    /** What was mended or looks wrong, in words. */
    List<String> warnings() {
        return warnings;
    }
}
