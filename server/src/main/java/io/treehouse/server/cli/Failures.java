package io.treehouse.server.cli;

import io.treehouse.datasets.problem.InputProblem;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Tells what went wrong in words: what, and what to do about it. */
final class Failures implements IExecutionExceptionHandler {
    private static final int UNUSABLE_INPUT = 2;

    @Override
    public int handleExecutionException(Exception fault, CommandLine command, ParseResult parsed) throws Exception {
        if (fault instanceof InputProblem problem) {
            command.getErr().println(inWords(problem));
            command.getErr().flush();
            return UNUSABLE_INPUT;
        }
        throw fault;
    }

    /** What is wrong and what to do about it, each as a sentence. */
    static String inWords(InputProblem problem) {
        return sentence(problem.getMessage()) + " " + sentence(problem.remedy());
    }

    private static String sentence(String text) {
        return text.endsWith(".") ? text : text + ".";
    }
}
