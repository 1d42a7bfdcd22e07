package io.treehouse.inference.carbon.estimate;

import io.treehouse.datasets.document.Known;
import java.util.List;

/**
 * Where the areas of a result come from, as its document says; what it does not say is null. Immutable.
 *
 * @param id identifier of the image or plan
 * @param date day of the imagery
 * @param model name of the model
 * @param modelVersion its version
 * @param modelSha256 its hash
 * @param gsdMetres ground sampling distance
 * @param crs CRS of the image
 * @param programVersion version of the program that classified
 * @param areaMethods methods of the areas and their intervals
 * @param documentSha256 SHA-256 of the document, members in the order of their names, without spaces; null if there is none,
 *     and a class map alone says where it comes from
 */
public record ResultProvenance(
        String id,
        String date,
        String model,
        String modelVersion,
        String modelSha256,
        Double gsdMetres,
        String crs,
        String programVersion,
        @Known List<String> areaMethods,
        String documentSha256) {
    public ResultProvenance {
        areaMethods = List.copyOf(areaMethods);
    }
}
