package io.treehouse.server.jobs;

/**
 * What a job is about to take.
 *
 * @param seconds seconds from now until it ends, those of the jobs before it included
 * @param bytes most bytes that it needs on the disk while it is in work
 */
public record JobEstimate(double seconds, long bytes) {}
