package io.treehouse.server.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.treehouse.server.feedback.FeedbackEntry;
import io.treehouse.server.feedback.FeedbackFilter;
import io.treehouse.server.feedback.FeedbackShelf;
import io.treehouse.server.feedback.LabelExport;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code treehouse feedback}: what people said about answers, and the labels that it makes. */
@Command(
        name = "feedback",
        description = "What people said about answers, as labels for the next retraining. A server that runs with an"
                + " embedded database has it for itself: then GET /v1/feedback/labels gives the same.",
        mixinStandardHelpOptions = true)
final class FeedbackCommand {
    @Spec
    private CommandSpec spec;

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }

    @Command(name = "list", description = "Lists it, the latest first, one JSON document a line.")
    int list(@Mixin HomeOptions home) {
        return on(home, shelf -> {
            ObjectMapper json = new ObjectMapper();
            for (FeedbackEntry entry : shelf.list(FeedbackFilter.all()).feedback()) {
                out().println((JsonNode) json.valueToTree(entry));
            }
        });
    }

    @Command(name = "export", description = "Writes it as a data set: a catalogue, the tiles and their masks.")
    int export(
            @Mixin HomeOptions home,
            @Option(names = "--out", required = true, paramLabel = "DIR", description = "Folder; empty or new.")
                    Path folder) {
        return on(home, shelf -> {
            LabelExport.Summary summary = shelf.export(folder);
            out().println("%d pieces of feedback label %d pixels of %d tiles. Wrote %s"
                    .formatted(summary.entries(), summary.pixels(), summary.tiles(), folder.resolve("dataset.json")));
        });
    }

    @Command(name = "delete", description = "Forgets an entry, and its tile if nothing else is about it.")
    int delete(@Mixin HomeOptions home, @Parameters(paramLabel = "ID", description = "Identifier.") String id) {
        return on(home, shelf -> shelf.delete(id));
    }

    private int on(HomeOptions home, Consumer<FeedbackShelf> work) {
        KeptFeedback.with(home, work);
        out().flush();
        return 0;
    }
}
