package io.treehouse.inference.classify;

/**
 * How much work a scene is, as known before any of its pixels is read.
 *
 * @param width its columns
 * @param height its rows
 * @param windows windows of the network
 */
public record ScenePlan(int width, int height, int windows) {}
