package io.treehouse.server.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.treehouse.server.access.CallerLimits;
import io.treehouse.server.access.KnownTokens;
import io.treehouse.server.access.Scope;
import io.treehouse.server.access.Token;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * Asks every request but those after the server's health for a token whose scope covers it, and holds callers to their
 * limits. Which scope a request needs follows from its method and path alone, so that no route can forget to ask.
 */
final class AccessGuard {
    private static final String CALLER = AccessGuard.class.getName();
    private static final Pattern BEARER = Pattern.compile("bearer ", Pattern.CASE_INSENSITIVE);
    private static final List<String> ADMIN_PATHS = List.of("/v1/models", "/v1/retrainings");

    private final KnownTokens tokens;
    private final CallerLimits limits;

    AccessGuard(KnownTokens tokens, CallerLimits limits) {
        this.tokens = tokens;
        this.limits = limits;
    }

    void register(RoutesConfig routes) {
        routes.before(this::enter);
        routes.after(context -> caller(context).ifPresent(limits::leave));
    }

    /** Whose request it is; empty where nobody has to say. */
    static Optional<Token> caller(Context context) {
        return Optional.ofNullable(context.attribute(CALLER));
    }

    private void enter(Context context) {
        // Browsers ask with OPTIONS whether they may ask, and cannot present anything yet.
        if (!guards(context.path()) || context.method() == HandlerType.OPTIONS) {
            return;
        }
        Token token = tokens.presentedBy(context.header("Authorization")).orElseThrow(() -> unknown(context));
        Scope needed = needed(context.method().name(), context.path());
        if (!token.scope().includes(needed)) {
            throw refused(context, forbidden(token, needed));
        }
        CallerLimits.Verdict verdict = limits.enter(token);
        if (!verdict.isAdmitted()) {
            long seconds =
                    1 + TimeUnit.MILLISECONDS.toSeconds(verdict.retryAfter().toMillis());
            context.header("Retry-After", Long.toString(seconds));
            throw refused(context, tooMany(verdict.refusal(), seconds));
        }
        context.attribute(CALLER, token);
    }

    /** Whether a path is for those alone who present a token: all are but the server's health. */
    static boolean guards(String path) {
        return !path.startsWith("/health/");
    }

    /** The scope that a request needs. */
    static Scope needed(String method, String path) {
        if (method.equals("GET") || method.equals("HEAD")) {
            return Scope.READ;
        }
        boolean administrative =
                ADMIN_PATHS.stream().anyMatch(prefix -> path.equals(prefix) || path.startsWith(prefix + "/"));
        return administrative ? Scope.ADMIN : Scope.CLASSIFY;
    }

    /** Browsers ask for a password where Basic is offered: not those whose page sent a token and asks for another itself. */
    private static ProblemException unknown(Context context) {
        context.res().addHeader("WWW-Authenticate", "Bearer realm=\"treehouse\"");
        if (!BEARER.matcher(Objects.requireNonNullElse(context.header("Authorization"), ""))
                .lookingAt()) {
            context.res().addHeader("WWW-Authenticate", "Basic realm=\"treehouse\", charset=\"UTF-8\"");
        }
        return refused(
                context,
                Problem.of(
                        401,
                        "token-needed",
                        "Token needed",
                        context.header("Authorization") == null
                                ? "The request presents no token, and this server can be reached from other machines."
                                : "The server does not know the token that the request presents.",
                        "Send 'Authorization: Bearer TOKEN'; in a browser give the token as the password. The server"
                                + " printed its first tokens when it started; 'treehouse tokens add' makes others."));
    }

    private static Problem forbidden(Token token, Scope needed) {
        return Problem.of(
                403,
                "scope-too-small",
                "Scope too small",
                "The token '%s' has the scope '%s'; this request needs '%s'."
                        .formatted(token.name(), token.scope().word(), needed.word()),
                "Use a token of a larger scope; 'treehouse tokens add NAME --scope " + needed.word() + "' makes one.");
    }

    private static Problem tooMany(String refusal, long seconds) {
        return Problem.of(
                429, "too-many-requests", "Too many requests", refusal + ".", "Send it again after " + seconds + " s.");
    }

    /** Reads what is left of the request, so that its sender gets the answer. */
    private static ProblemException refused(Context context, Problem problem) {
        UnreadBody.discard(context.req());
        return new ProblemException(problem);
    }
}
