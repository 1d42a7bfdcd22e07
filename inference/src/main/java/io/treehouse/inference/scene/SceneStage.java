package io.treehouse.inference.scene;

import java.util.Map;

/** What the thread that segments a scene is busy with. */
public enum SceneStage {
    /** Reading and decoding the scene's file. */
    DECODE,
    /** Bringing pixels to the model's grid and cutting windows out. */
    RESAMPLE,
    /** Waiting for the network. */
    WAIT,
    /** Adding up the probabilities of windows, bringing them back to the scene's grid and choosing classes. */
    BLEND,
    /** Writing the class map and counting areas. */
    WRITE,
    /** Opening, closing and all else. */
    OTHER;

    private static final String PACKAGE = SceneStage.class.getPackageName() + ".";
    private static final Map<String, SceneStage> OWN_WORK = Map.of(
            ModelRowReader.class.getName(), RESAMPLE,
            ImageStrip.class.getName(), RESAMPLE,
            WindowBuffer.class.getName(), RESAMPLE,
            AxisResampling.class.getName(), RESAMPLE,
            ValidityRows.class.getName(), RESAMPLE,
            ProbabilityStrip.class.getName(), BLEND,
            AxisWindows.class.getName(), BLEND,
            Temperature.class.getName(), BLEND,
            ClassRowWriter.class.getName(), BLEND);
    private static final Map<String, SceneStage> CALLS = Map.of(
            ModelRowReader.class.getName(), DECODE,
            ClassRowWriter.class.getName(), WRITE);

    /**
     * The stage that a thread is in.
     *
     * @param stack its stack, the innermost call first
     */
    static SceneStage of(StackTraceElement[] stack) {
        boolean calls = false;
        for (StackTraceElement frame : stack) {
            String name = frame.getClassName();
            if (name.startsWith(PACKAGE)) {
                return innermost(name, frame == stack[0], calls);
            }
            calls |= !name.startsWith("java.") && !name.startsWith("jdk.");
        }
        return OTHER;
    }

    /**
     * @param own whether the class itself is at work, and not one of Java's that it calls
     * @param calls whether it waits for a class that is neither of this package nor of Java
     */
    private static SceneStage innermost(String name, boolean own, boolean calls) {
        if (calls) {
            return CALLS.getOrDefault(name, OTHER);
        }
        if (name.equals(SceneRun.class.getName())) {
            return own ? OTHER : WAIT;
        }
        return OWN_WORK.getOrDefault(name, OTHER);
    }
}
