package io.treehouse.inference.carbon;

import io.treehouse.inference.carbon.coefficient.NotationKey;
import java.util.Objects;

/**
 * Why a figure is not given.
 *
 * @param key notation key
 * @param reason the same in words
 */
public record Missing(NotationKey key, String reason) {
    public Missing {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(reason, "reason");
    }
}
