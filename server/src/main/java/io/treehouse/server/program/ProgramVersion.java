package io.treehouse.server.program;

/** The version of the program that stands in every document and file that it makes. */
public final class ProgramVersion {
    /** This program's version. */
    public static final String CURRENT = "0.1.0";

    private ProgramVersion() {}
}
