package io.treehouse.inference.scene;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the threads that segment a scene are busy with, beside the network. */
public enum SceneStage {
    /** Reading and decoding the scene's file. */
    DECODE,
    /** Bringing pixels to the model's grid and cutting windows out. */
    RESAMPLE,
    /** Waiting for the network before blending can go on. */
    WAIT,
    /** Adding up the probabilities of windows, bringing them back to the scene's grid and choosing classes. */
    BLEND,
    /** Writing the class map, counting areas and finding objects. */
    WRITE,
    /** Opening, closing and all else. */
    OTHER;

    private static final String PACKAGE = SceneStage.class.getPackageName() + ".";
    private static final Map<String, SceneStage> WORK = Map.ofEntries(
            Map.entry(SceneChunks.class.getName(), RESAMPLE),
            Map.entry(ModelRowReader.class.getName(), RESAMPLE),
            Map.entry(ImageStrip.class.getName(), RESAMPLE),
            Map.entry(WindowBuffer.class.getName(), RESAMPLE),
            Map.entry(ValidityRows.class.getName(), RESAMPLE),
            Map.entry(BlendedRows.class.getName(), BLEND),
            Map.entry(BlendedLook.class.getName(), BLEND),
            Map.entry(SceneRows.class.getName(), BLEND),
            Map.entry(MixedRows.class.getName(), BLEND),
            Map.entry(PixelClasses.class.getName(), BLEND),
            Map.entry(Temperature.class.getName(), BLEND),
            Map.entry(ClassRowWriter.class.getName(), BLEND));

    /** Where these call what is neither of this package nor of Java. */
    private static final Map<String, SceneStage> CALLS = Map.of(
            SceneChunks.class.getName(), DECODE,
            BlendedLook.class.getName(), BLEND,
            RowBlock.class.getName(), WRITE);

    /** Classes that several stages use: whoever calls them decides. */
    private static final Set<String> SHARED =
            Set.of(AxisResampling.class.getName(), AxisWindows.class.getName(), Look.class.getName());

    /**
     * The stage that a thread is in; empty if it waits for another of the scene's threads.
     *
     * @param stack its stack, the innermost call first
     */
    static Optional<SceneStage> of(StackTraceElement[] stack) {
        boolean calls = false;
        for (StackTraceElement frame : stack) {
            String name = frame.getClassName();
            if (name.startsWith(PACKAGE) && !SHARED.contains(name)) {
                return innermost(frame, calls);
            }
            calls |= !name.startsWith("java.") && !name.startsWith("jdk.") && !SHARED.contains(name);
        }
        return Optional.of(OTHER);
    }

    /** @param calls whether the frame waits for a class that is neither of this package nor of Java */
    private static Optional<SceneStage> innermost(StackTraceElement frame, boolean calls) {
        String name = frame.getClassName();
        if (name.equals(WindowFeed.class.getName())) {
            return frame.getMethodName().equals("next") ? Optional.of(WAIT) : Optional.empty();
        }
        return Optional.ofNullable((calls ? CALLS : WORK).get(name));
    }
}
