package io.treehouse.server.cli;

import io.treehouse.server.access.Scope;
import io.treehouse.server.access.Token;
import io.treehouse.server.access.TokenFile;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code treehouse tokens}: who may call a server that other machines reach. */
@Command(
        name = "tokens",
        description = "Lists the tokens of a server that other machines reach, makes and revokes them.",
        mixinStandardHelpOptions = true)
final class TokensCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private RegistryOptions registry;

    @Override
    public Integer call() {
        return list();
    }

    @Command(name = "list", description = "Names all tokens with their scopes, in the order in which they were made.")
    int list() {
        for (Token token : file().read()) {
            print("%-20s %s".formatted(token.name(), token.scope().word()));
        }
        return 0;
    }

    @Command(name = "add", description = "Makes a token and prints it, once: only its hash is kept.")
    int add(
            @Parameters(paramLabel = "NAME", description = "What logs call its bearer.") String name,
            @Option(
                            names = "--scope",
                            required = true,
                            description = "READ (look at models, results, metrics), CLASSIFY (send tiles too),"
                                    + " ADMIN (change models, retrain too).")
                    Scope scope) {
        print(file().add(name, scope));
        return 0;
    }

    @Command(name = "revoke", description = "Takes a token back. A running server notices at once.")
    int revoke(@Parameters(paramLabel = "NAME", description = "Name of the token.") String name) {
        file().revoke(name);
        return 0;
    }

    private TokenFile file() {
        return AccessOptions.file(registry.registry());
    }

    private void print(String line) {
        spec.commandLine().getOut().println(line);
        spec.commandLine().getOut().flush();
    }
}
