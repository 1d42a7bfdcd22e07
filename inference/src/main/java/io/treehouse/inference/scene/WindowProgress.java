package io.treehouse.inference.scene;

/** Is told how far the segmentation of a scene has come; called on the thread that asked for it after every window. */
@FunctionalInterface
public interface WindowProgress {
    /** Progress that nobody watches. */
    WindowProgress NONE = (done, total) -> {};

    /**
     * @param done windows finished, 1…total
     * @param total windows of the scene
     */
    void windows(int done, int total);
}
