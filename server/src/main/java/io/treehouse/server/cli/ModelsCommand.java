package io.treehouse.server.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.treehouse.model.registry.ModelId;
import io.treehouse.model.registry.ModelRegistry;
import io.treehouse.model.registry.ModelVersion;
import io.treehouse.model.registry.RegistryState;
import io.treehouse.model.registry.VersionDiff;
import io.treehouse.server.models.VersionDetails;
import io.treehouse.server.models.VersionSummary;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code treehouse models}: the registry's versions, and what is done with them. */
@Command(
        name = "models",
        description = "Lists the versions of models, and promotes, rolls back, retires and deletes them.",
        mixinStandardHelpOptions = true,
        subcommands = GateCommand.class)
final class ModelsCommand implements Callable<Integer> {
    private static final ObjectWriter JSON = new ObjectMapper().writerWithDefaultPrettyPrinter();
    private static final int SHORT_HASH = 12;

    @Spec
    private CommandSpec spec;

    @Mixin
    private RegistryOptions registry;

    @Option(names = "--json", description = "Print JSON.", scope = ScopeType.INHERIT)
    private boolean json;

    @Override
    public Integer call() throws JsonProcessingException {
        return list();
    }

    @Command(name = "list", description = "Lists all versions in the order in which they were added.")
    int list() throws JsonProcessingException {
        RegistryState state = registry().state();
        state.damage().forEach(spec.commandLine().getErr()::println);
        if (json) {
            print(JSON.writeValueAsString(
                    state.versions().stream().map(VersionSummary::of).toList()));
            return 0;
        }
        state.versions().forEach(version -> print(line(version)));
        return 0;
    }

    private static String line(ModelVersion version) {
        return "%-40s %-10s sha256 %s  added %s by %s%s"
                .formatted(
                        version.id(),
                        version.status().label(),
                        version.facts().sha256().substring(0, SHORT_HASH),
                        version.addedAt().toString().substring(0, "2026-11-29T17:21".length()),
                        version.addedBy(),
                        version.facts().parent().map(p -> "  from " + p).orElse(""));
    }

    @Command(name = "show", description = "Shows all that is known of a version, as JSON.")
    int show(
            @Parameters(arity = "0..1", paramLabel = "NAME@VERSION", description = "Default: the promoted one.")
                    String version)
            throws JsonProcessingException {
        ModelId id = version == null ? registry().state().promoted().id() : ModelId.parse(version);
        print(JSON.writeValueAsString(VersionDetails.of(registry(), id, Optional.empty())));
        return 0;
    }

    @Command(name = "diff", description = "Shows in what two versions differ, as JSON.")
    int diff(
            @Parameters(paramLabel = "NAME@VERSION") String first,
            @Parameters(paramLabel = "NAME@VERSION") String second)
            throws JsonProcessingException {
        print(JSON.writeValueAsString(VersionDiff.of(
                registry().bundle(ModelId.parse(first)), registry().bundle(ModelId.parse(second)))));
        return 0;
    }

    @Command(name = "add", description = "Adds a bundle as a candidate.")
    int add(
            @Parameters(paramLabel = "BUNDLE", description = "The bundle's file.") Path bundle,
            @Option(
                            names = "--parent",
                            paramLabel = "NAME@VERSION",
                            description = "The version that its training started from.")
                    String parent,
            @Mixin ChangeOptions change) {
        return done("Added", registry().add(bundle, Optional.ofNullable(parent).map(ModelId::parse), change.change()));
    }

    @Command(name = "promote", description = "Lets a version serve; running servers follow within seconds.")
    int promote(@Parameters(paramLabel = "NAME@VERSION") String version, @Mixin ChangeOptions change) {
        return done("Promoted", registry().promote(ModelId.parse(version), change.change()));
    }

    @Command(name = "rollback", description = "Lets the version serve that served before the present one.")
    int rollback(@Mixin ChangeOptions change) {
        return done("Rolled back to", registry().rollBack(change.change()));
    }

    @Command(name = "retire", description = "Sets a version aside.")
    int retire(@Parameters(paramLabel = "NAME@VERSION") String version, @Mixin ChangeOptions change) {
        return done("Retired", registry().retire(ModelId.parse(version), change.change()));
    }

    @Command(name = "delete", description = "Deletes the files of a version; its history stays.")
    int delete(@Parameters(paramLabel = "NAME@VERSION") String version, @Mixin ChangeOptions change) {
        registry().delete(ModelId.parse(version), change.change());
        print("Deleted " + version + " in " + registry().folder());
        return 0;
    }

    private int done(String what, ModelVersion version) {
        print(what + " " + version.id() + " in " + registry().folder());
        return 0;
    }

    ModelRegistry registry() {
        return registry.registry();
    }

    private void print(String text) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(text);
        out.flush();
    }
}
