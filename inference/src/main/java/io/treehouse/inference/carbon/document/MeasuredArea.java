package io.treehouse.inference.carbon.document;

import java.util.Optional;

/**
 * Area of a class as a document gives it. Immutable.
 *
 * @param countedM2 area in the class map
 * @param corrected corrected area; empty if the document has none for this class alone
 */
public record MeasuredArea(double countedM2, Optional<Corrected> corrected) {
    /**
     * A corrected area.
     *
     * @param areaM2 the area
     * @param standardErrorM2 its standard error
     * @param designBased whether it comes of a reference sample, and not of the model's error matrices
     * @param sharedBetweenZones whether zones have the same error, in proportion
     */
    public record Corrected(double areaM2, double standardErrorM2, boolean designBased, boolean sharedBetweenZones) {
        Corrected plus(Corrected other) {
            double error = sharedBetweenZones
                    ? standardErrorM2 + other.standardErrorM2
                    : Math.hypot(standardErrorM2, other.standardErrorM2);
            return new Corrected(areaM2 + other.areaM2, error, designBased, sharedBetweenZones);
        }
    }

    /** The area of two parts of one zone; corrected only where both are. */
    MeasuredArea plus(MeasuredArea other) {
        return new MeasuredArea(countedM2 + other.countedM2, corrected.flatMap(own -> other.corrected.map(own::plus)));
    }
}
