package io.treehouse.inference.classify;

import io.treehouse.inference.scene.WindowMemory;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * What a classification leans on that shall survive the end of its process.
 *
 * @param memory keeps what the network said of finished windows
 * @param stagingFolder where unfinished files are, on the file system of the finished ones; without it they are hidden
 *     beside their places
 * @param beforePublishing called when all is computed, before any file appears; what it throws, the classification throws
 */
public record RunSupport(WindowMemory memory, Optional<Path> stagingFolder, Runnable beforePublishing) {
    /** Nothing survives. */
    public static final RunSupport NONE = new RunSupport(WindowMemory.NONE, Optional.empty(), () -> {});

    public RunSupport {
        Objects.requireNonNull(memory, "memory");
        Objects.requireNonNull(stagingFolder, "stagingFolder");
        Objects.requireNonNull(beforePublishing, "beforePublishing");
    }
}
