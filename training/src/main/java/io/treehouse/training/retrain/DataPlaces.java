package io.treehouse.training.retrain;

import java.nio.file.Path;

/**
 * Where known data lies.
 *
 * @param catalogs folder with {@code NAME/dataset.json} for each known data set
 * @param splits folder of {@code locked.csv} and {@code validation.csv}
 * @param imagery folder that holds the imagery
 */
public record DataPlaces(Path catalogs, Path splits, Path imagery) {}
