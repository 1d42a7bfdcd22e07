package io.treehouse.datasets.sample;

/**
 * A mask has another size than its picture. Never thrown itself: it is the cause of the {@link
 * io.treehouse.datasets.problem.InputProblem} that says so in words, for those who want the figures.
 */
public final class MaskSizeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int pictureWidth;
    private final int pictureHeight;
    private final int maskWidth;
    private final int maskHeight;

    MaskSizeException(Picture picture, Picture mask) {
        super("%d × %d pixels and %d × %d".formatted(picture.width(), picture.height(), mask.width(), mask.height()));
        this.pictureWidth = picture.width();
        this.pictureHeight = picture.height();
        this.maskWidth = mask.width();
        this.maskHeight = mask.height();
    }

    /** Columns of the picture. */
    public int pictureWidth() {
        return pictureWidth;
    }

    /** Rows of the picture. */
    public int pictureHeight() {
        return pictureHeight;
    }

    /** Columns of the mask. */
    public int maskWidth() {
        return maskWidth;
    }

    /** Rows of the mask. */
    public int maskHeight() {
        return maskHeight;
    }
}
