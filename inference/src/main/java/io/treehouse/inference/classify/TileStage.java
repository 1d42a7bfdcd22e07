package io.treehouse.inference.classify;

/** The stages of a tile's classification, one after the other. */
public enum TileStage {
    /** Opening the file, and finding out what it is and where it lies. */
    OPEN,
    /** Waiting for memory that other tiles hold. */
    ADMIT,
    /** Reading, network, class map, figures and objects, all at once. */
    SEGMENT,
    /** Correcting areas and completing files. */
    FINISH
}
