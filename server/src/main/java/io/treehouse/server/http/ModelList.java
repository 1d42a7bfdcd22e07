package io.treehouse.server.http;

import io.treehouse.datasets.document.Known;
import io.treehouse.server.models.ListedModel;
import java.util.List;

/**
 * The answer of {@code GET /v1/models}.
 *
 * @param models the model that serves first, then the others as they were added
 * @param damage lines of the registry's history that cannot be read, in words; until they are mended nothing is changed, and
 *     another version may be promoted than the list says
 */
record ModelList(@Known List<ListedModel> models, @Known List<String> damage) {
    ModelList {
        models = List.copyOf(models);
        damage = List.copyOf(damage);
    }
}
