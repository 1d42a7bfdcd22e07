package io.treehouse.datasets.problem;

import java.util.Objects;

/**
 * An input (file, request, flag, configuration) that cannot be used as it is. Carries words for its sender: the server
 * turns it into an RFC 9457 problem document, the command line into a message and an exit code. Never used for faults of
 * the program itself.
 */
public final class InputProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What kind of thing is wrong; the server maps each kind to one HTTP status and problem type. */
    public enum Kind {
        /** The bytes are no raster that can be read: truncated, empty, damaged or another format. HTTP 422. */
        UNREADABLE_RASTER,
        /** A format, type of values, band layout or CRS that is not supported. HTTP 415 for formats, else 422. */
        UNSUPPORTED_FORMAT,
        /** Readable but not usable: too few bands, nothing valid in it, contradictory georeferencing. HTTP 422. */
        UNUSABLE_RASTER,
        /** Usable, but what is asked for needs to know where it lies. HTTP 406. */
        NOT_GEOREFERENCED,
        /** A parameter, flag or configuration value that makes no sense. HTTP 400. */
        INVALID_PARAMETER,
        /** More bytes or pixels than the configured limit. HTTP 413. */
        TOO_LARGE,
        /** A file or folder that is not there. HTTP 404. */
        NOT_FOUND,
        /** A catalogue, bundle or configuration file that does not have the form it must have. HTTP 422. */
        INVALID_DOCUMENT,
        /** Makes sense, but not in the state that the thing to be changed is in now. HTTP 409. */
        CONFLICT,
        /** What was sent cannot be kept: the disk is full, or the folder cannot be written to. HTTP 507. */
        UNWRITABLE
    }

    private final Kind kind;
    private final String remedy;

    /**
     * @param kind what kind of thing is wrong
     * @param detail what is wrong and where it was found, one or two sentences
     * @param remedy what the sender can do about it, one sentence
     */
    public InputProblem(Kind kind, String detail, String remedy) {
        this(kind, detail, remedy, null);
    }

    /** As {@link #InputProblem(Kind, String, String)}, with the exception that brought it to light. */
    public InputProblem(Kind kind, String detail, String remedy, Throwable cause) {
        super(Objects.requireNonNull(detail, "detail"), cause);
        this.kind = Objects.requireNonNull(kind, "kind");
        this.remedy = Objects.requireNonNull(remedy, "remedy");
    }

    /** What kind of thing is wrong. */
    public Kind kind() {
        return kind;
    }

    /** What the sender can do about it. */
    public String remedy() {
        return remedy;
    }
}
