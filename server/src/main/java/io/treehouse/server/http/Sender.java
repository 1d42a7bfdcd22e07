package io.treehouse.server.http;

import io.javalin.http.Context;
import io.treehouse.server.access.Token;
import java.util.Optional;

/** Who sends a request. With a token that is the token, whatever the request says of its sender. */
final class Sender {
    /** Name of the query's parameter in which senders say who they are. */
    static final String BY = "by";
    /** What that parameter means, for those who read the contract. */
    static final String BY_MEANS = "Who wants it; where tokens are asked for it stands behind the token's name";

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
        Optional<String> said = Optional.ofNullable(context.queryParam(BY));
        String who = token(context)
                .map(name -> name + said.map(by -> " (by " + by + ")").orElse(""))
                .orElse(said.orElse(NOBODY));
        return who + " at " + context.ip();
    }
}
