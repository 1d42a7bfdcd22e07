package io.treehouse.inference.benchmark;

import io.treehouse.inference.scene.SceneStage;
import java.util.Map;

/**
 * One classification of a scene, from its file to its class map.
 *
 * @param precision arithmetic of the convolutions
 * @param widthPixels columns of the scene
 * @param heightPixels rows of the scene
 * @param windows windows that were run
 * @param wallSeconds from opening the file to the finished class map
 * @param networkSeconds wall time of the same windows through the network alone, right after it
 * @param engineBusySeconds time that all engines together were at work during the classification
 * @param km2PerHour ground classified in an hour
 * @param stages share of each stage in the time of the reading and writing thread
 */
public record SceneFigures(
        String precision,
        int widthPixels,
        int heightPixels,
        int windows,
        double wallSeconds,
        double networkSeconds,
        double engineBusySeconds,
        double km2PerHour,
        Map<SceneStage, Double> stages) {
    /** How much of the wall time the network alone would need; 1 if all else costs nothing. */
    public double endToEnd() {
        return networkSeconds / wallSeconds;
    }
}
