package io.treehouse.inference.classify;

/**
 * Size of a picture in pixels.
 *
 * @param width columns
 * @param height rows
 */
public record ImageSize(int width, int height) {}
