package io.treehouse.server.http;

import java.util.List;

/**
 * The answer of {@code GET /v1/jobs}.
 *
 * @param jobs the latest jobs, the newest first
 */
record JobList(List<JobDocument> jobs) {}
