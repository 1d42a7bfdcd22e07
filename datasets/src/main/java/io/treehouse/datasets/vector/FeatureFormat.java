package io.treehouse.datasets.vector;

/** Formats that features can be written in. */
public enum FeatureFormat {
    /** RFC 7946: WGS 84, longitude first. */
    GEOJSON("geojson", "application/geo+json"),
    /** OGC GeoPackage in the CRS of the grid. */
    GEOPACKAGE("gpkg", "application/geopackage+sqlite3"),
    /** FlatGeobuf with a spatial index, in the CRS of the grid. */
    FLATGEOBUF("fgb", "application/flatgeobuf"),
    /** GeoParquet 1.1 in the CRS of the grid. */
    GEOPARQUET("parquet", "application/vnd.apache.parquet");

    private final String extension;
    private final String mediaType;

    FeatureFormat(String extension, String mediaType) {
        this.extension = extension;
        this.mediaType = mediaType;
    }

    /** Extension of its files, without a dot. */
    public String extension() {
        return extension;
    }

    /** Its media type. */
    public String mediaType() {
        return mediaType;
    }
}
