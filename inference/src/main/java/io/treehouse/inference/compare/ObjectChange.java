package io.treehouse.inference.compare;

/**
 * What became of the objects of one class on the compared ground. Immutable.
 *
 * @param before objects before
 * @param after objects after
 * @param lost objects before that are not there after
 * @param gained objects after that were not there before
 * @param lostM2 their area on the compared ground in m²
 * @param gainedM2 their area on the compared ground in m²
 */
public record ObjectChange(long before, long after, long lost, long gained, double lostM2, double gainedM2) {}
