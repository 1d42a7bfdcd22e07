package io.treehouse.inference.scene;

/**
 * Is told the probabilities behind each pixel of a class map, on the scene's own grid: for measuring how well they are
 * calibrated. Called on one thread, for pixels with imagery only, from top to bottom; all calls are over when the
 * segmentation returns.
 */
@FunctionalInterface
public interface PixelProbabilities {
    /** Probabilities that nobody looks at. */
    PixelProbabilities NONE = (x, y, probabilities) -> {};

    /**
     * @param x column
     * @param y row
     * @param probabilities of the five classes by their codes, blended over windows, before the temperature; their sum is
     *     1 but for rounding, and less beside windows without imagery; only valid during the call
     */
    void pixel(int x, int y, float[] probabilities);

    /** Which pixels are to be told of at least: those whose row and column are multiples of this. */
    default int step() {
        return 1;
    }

    /** Tells both of them. */
    default PixelProbabilities and(PixelProbabilities other) {
        if (this == NONE || other == NONE) {
            return this == NONE ? other : this;
        }
        return (x, y, probabilities) -> {
            pixel(x, y, probabilities);
            other.pixel(x, y, probabilities);
        };
    }
}
