package io.treehouse.server.http;

import io.treehouse.server.models.ListedModel;
import java.util.List;

/** The answer of {@code GET /v1/models}: the model that serves first, then the others as they were added. */
record ModelList(List<ListedModel> models) {
    ModelList {
        models = List.copyOf(models);
    }
}
