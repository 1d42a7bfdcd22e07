package io.treehouse.server.http;

import io.treehouse.server.retraining.RetrainingStatus;
import java.util.List;

/** The retrainings that were asked for, the newest first. */
record RetrainingList(List<RetrainingStatus> retrainings) {}
