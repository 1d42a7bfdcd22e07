package io.treehouse.inference.objects;

/**
 * The objects of one class together.
 *
 * @param count number of objects
 * @param pixels number of their pixels
 * @param areaM2 their ground area in square metres; null if unknown
 */
public record ObjectTotal(long count, long pixels, Double areaM2) {}
