package io.treehouse.server.http;

import io.javalin.http.Context;
import io.treehouse.server.access.Scope;
import io.treehouse.server.access.Token;
import java.util.List;
import java.util.Optional;

/** Who sends a request. With a token that is the token, whatever the request says of its sender. */
final class Sender {
    /** In which senders say who they are. */
    static final QueryParameter BY = QueryParameter.of(
            "by", "Who wants it; where tokens are asked for it stands behind the token's name in histories");

    private static final String NOBODY = "someone";

    private Sender() {}

    /** The name of the token that a request presents; empty where nobody has to present one. */
    static Optional<String> token(Context context) {
        return AccessGuard.caller(context).map(Token::name);
    }

    /** The token's name; {@code someone} without one. */
    static String name(Context context) {
        return token(context).orElse(NOBODY);
    }

    /**
     * As histories name it: {@code TOKEN (by WHO) at ADDRESS} or, without a token, {@code WHO at ADDRESS}. Names of tokens
     * hold no blanks: where tokens are asked for the first word is the token's name, and nobody can write another.
     */
    static String inWords(Context context) {
        Optional<String> said =
                Query.of(context).getOrDefault(BY.name(), List.of()).stream().findFirst();
        String who = token(context)
                .map(name -> name + said.map(by -> " (by " + by + ")").orElse(""))
                .orElse(said.orElse(NOBODY));
        return who + " at " + context.ip();
    }

    /** The name that such words begin with. */
    static String named(String words) {
        return words.split(" ", 2)[0];
    }

    /**
     * Lets nobody take back what is another's: where tokens are asked for, it must be the token that sent it, or one that
     * may change all.
     *
     * @param what what it is, in words that begin a sentence
     * @param owner name of the token that sent it
     * @throws ProblemException 403 if it is another
     */
    static void requireIs(Context context, String owner, String what) {
        AccessGuard.caller(context)
                .filter(token -> !token.scope().includes(Scope.ADMIN))
                .map(Token::name)
                .filter(name -> !name.equals(owner))
                .ifPresent(name -> {
                    throw new ProblemException(Problem.of(
                            403,
                            "another-sender",
                            "Another sender",
                            "%s was not sent with the token '%s', which therefore cannot delete it."
                                    .formatted(what, name),
                            "Use the token that it was sent with, or one of the scope '" + Scope.ADMIN.word() + "'."));
                });
    }
}
