package io.treehouse.server.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.treehouse.inference.classify.TileClassifier;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code treehouse models}: the model that answers, and what it runs on. */
@Command(name = "models", description = "Shows the model that answers.", mixinStandardHelpOptions = true)
final class ModelsCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private ModelOptions model;

    @Override
    public Integer call() throws IOException {
        ObjectMapper json = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
        try (TileClassifier classifier = model.open()) {
            spec.commandLine().getOut().println(json.writeValueAsString(classifier.model()));
            spec.commandLine().getOut().flush();
        }
        return 0;
    }
}
