package io.treehouse.server.http;

import io.treehouse.datasets.document.Known;
import java.util.List;

/**
 * The answer of {@code GET /v1/jobs}.
 *
 * @param jobs the latest jobs, the newest first
 */
record JobList(@Known List<JobDocument> jobs) {}
