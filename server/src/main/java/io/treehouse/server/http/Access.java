package io.treehouse.server.http;

import io.treehouse.server.access.CallerLimits;
import io.treehouse.server.access.KnownTokens;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Whom the server lets in.
 *
 * @param tokens those whose bearers may call; empty if whoever reaches the server may do everything
 * @param limits what each bearer may ask for; means nothing without tokens
 * @param origins other sites whose pages may call, such as {@code https://maps.example.org}
 */
public record Access(Optional<KnownTokens> tokens, CallerLimits limits, Set<String> origins) {
    private static final int REQUESTS_PER_MINUTE = 6000;
    private static final int REQUESTS_AT_ONCE = 16;

    public Access {
        Objects.requireNonNull(tokens, "tokens");
        Objects.requireNonNull(limits, "limits");
        origins = Set.copyOf(origins);
    }

    /** Everyone may do everything: for loopback. */
    public static Access open() {
        return new Access(Optional.empty(), new CallerLimits(REQUESTS_PER_MINUTE, REQUESTS_AT_ONCE), Set.of());
    }

    /** The bearers of tokens may do what their scopes say, within limits. */
    public static Access byTokens(KnownTokens tokens, CallerLimits limits) {
        return new Access(Optional.of(tokens), limits, Set.of());
    }

    /** The same for pages of other sites too. */
    public Access withOrigins(Set<String> others) {
        return new Access(tokens, limits, others);
    }
}
