package io.treehouse.model.bundle;

/**
 * A look at scenes on a finer grid than the model's own, whose probabilities count beside those of the own grid (decision
 * 0045). Only scenes whose pixels are at least as fine have it.
 *
 * @param gsdMetres ground size of a pixel of the finer grid
 * @param share what its probabilities count in the answer, above 0 and below 1
 */
public record FineLook(double gsdMetres, double share) {
    /** What was chosen by measurement on the validation places with {@code treehouse-land-cover} 4, see decision 0045. */
    public static final FineLook MEASURED = new FineLook(0.3, 0.4);

    public FineLook {
        if (!(gsdMetres > 0) || !Double.isFinite(gsdMetres)) {
            throw new IllegalArgumentException("Impossible ground sampling distance of a fine look: " + gsdMetres);
        }
        if (!(share > 0) || share >= 1) {
            throw new IllegalArgumentException("Impossible share of a fine look: " + share);
        }
    }
}
