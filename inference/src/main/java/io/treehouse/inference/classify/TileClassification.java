package io.treehouse.inference.classify;

import io.treehouse.datasets.document.Known;
import io.treehouse.inference.landcover.AreaEstimates;
import io.treehouse.inference.landcover.AreaMethod;
import io.treehouse.inference.landcover.ClassCover;
import io.treehouse.inference.landcover.Extent;
import io.treehouse.inference.objects.ObjectTotal;
import io.treehouse.inference.scene.SeenGrid;
import io.treehouse.inference.zone.ZoneCover;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The answer for one tile; its components are the members of the published JSON. What is unknown is null. Immutable.
 *
 * @param id the caller's name for the tile; null if not given
 * @param date when the imagery was taken as the caller says it; null if not given
 * @param mergedFrom names of the neighbouring files that were classified as one tile; null for a tile of one file
 * @param classes cover of all classes by their published names, in the order of their codes
 * @param valid pixels with imagery
 * @param nodata pixels without
 * @param areaEstimates corrected areas with their uncertainty; null if the size of a pixel or the model's errors are not
 *     known
 * @param areaMethods how areas with uncertainty were estimated, of the tile and its zones; empty if they were not
 * @param objects count and totals of the objects of all classes by their published names
 * @param objectList the objects in the tile's pixels; null unless asked for
 * @param zones the figures of each zone, in the order of their file; null unless zones were sent
 * @param zonesSha256 SHA-256 of the zones' file as it was sent; null unless zones were sent
 * @param gsdMetres square root of a pixel's ground area at the tile's centre; null if unknown
 * @param gsdSource where that comes from: {@code georeferencing}, {@code parameter} or {@code assumed}
 * @param crs the tile's CRS, such as {@code EPSG:2056}; null without georeferencing
 * @param corners longitude and latitude in degrees of the tile's top left, top right, bottom right and bottom left corner;
 *     null without georeferencing
 * @param imageSize size of the tile and of its class map
 * @param bands 1-based numbers of the bands that were red, green and blue
 * @param valueRange the stretch of the values
 * @param model the model and what it ran on
 * @param modelGrids the grids that the network saw the tile on, the model's own first: fine imagery is seen on a finer one,
 *     too, where the model asks for it
 * @param programVersion version of the program
 * @param processingMillis time from opening the file to the finished answer
 * @param warnings what looks unlike imagery or was assumed, in words
 */
public record TileClassification(
        String id,
        String date,
        List<String> mergedFrom,
        @Known Map<String, ClassCover> classes,
        @Known Extent valid,
        @Known Extent nodata,
        AreaEstimates areaEstimates,
        @Known List<AreaMethod> areaMethods,
        @Known Map<String, ObjectTotal> objects,
        List<PixelFeature> objectList,
        List<ZoneCover> zones,
        String zonesSha256,
        Double gsdMetres,
        @Known({"georeferencing", "parameter", "assumed"}) String gsdSource,
        String crs,
        List<List<Double>> corners,
        @Known ImageSize imageSize,
        @Known List<Integer> bands,
        @Known AppliedRange valueRange,
        @Known ServedModel model,
        @Known List<SeenGrid> modelGrids,
        @Known String programVersion,
        long processingMillis,
        @Known List<String> warnings) {
    public TileClassification {
        mergedFrom = mergedFrom == null ? null : List.copyOf(mergedFrom);
        classes = Collections.unmodifiableMap(new LinkedHashMap<>(classes));
        areaMethods = List.copyOf(areaMethods);
        objects = Collections.unmodifiableMap(new LinkedHashMap<>(objects));
        objectList = objectList == null ? null : Collections.unmodifiableList(objectList);
        zones = zones == null ? null : List.copyOf(zones);
        bands = List.copyOf(bands);
        modelGrids = List.copyOf(modelGrids);
        warnings = List.copyOf(warnings);
    }
}
