package io.treehouse.inference.propagation;

/** Scores of the standard normal distribution that bound its central intervals. */
public final class NormalScores {
    /** Central 95 %; the rounded value that Olofsson et al. (2014) and the IPCC print. */
    public static final double TWO_SIDED_95 = 1.96;

    /** Central 90 %. */
    public static final double TWO_SIDED_90 = 1.645;

    private NormalScores() {}
}
