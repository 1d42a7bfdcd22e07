package io.treehouse.inference.objects;

/**
 * The objects of one class together.
 *
 * @param count number of objects
 * @param doubtful how many of them are doubtful, see {@link ObjectClass#doubtfulBelow()}
 * @param pixels number of their pixels
 * @param areaM2 their ground area in square metres; null if unknown
 */
public record ObjectTotal(long count, long doubtful, long pixels, Double areaM2) {}
