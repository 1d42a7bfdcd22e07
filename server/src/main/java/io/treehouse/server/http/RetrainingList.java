package io.treehouse.server.http;

import io.treehouse.datasets.document.Known;
import io.treehouse.server.retraining.RetrainingStatus;
import java.util.List;

/** The retrainings that were asked for, the newest first. */
record RetrainingList(@Known List<RetrainingStatus> retrainings) {}
