package io.treehouse.server.cli;

import io.treehouse.datasets.vector.FeatureFormat;
import java.util.Arrays;
import java.util.Optional;
import java.util.Stack;
import picocli.CommandLine.IParameterConsumer;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

/** Takes the word after {@code --objects} only if it names a format: otherwise it is already the first image. */
final class ObjectFormatConsumer implements IParameterConsumer {
    @Override
    @SuppressWarnings("JdkObsolete") // the interface of picocli
    public void consumeParameters(Stack<String> words, ArgSpec option, CommandSpec command) {
        Optional<FeatureFormat> named = Arrays.stream(FeatureFormat.values())
                .filter(format -> !words.isEmpty() && format.extension().equals(words.peek()))
                .findFirst();
        if (named.isPresent()) {
            words.pop();
        }
        option.setValue(named.orElse(FeatureFormat.GEOJSON));
    }
}
