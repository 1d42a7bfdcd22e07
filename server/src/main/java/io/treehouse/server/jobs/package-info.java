/**
 * Scenes that are handed in and classified one after the other, beside the tiles of requests: their queue in the database,
 * their files in a folder each, and the thread that works them off. Start at {@link io.treehouse.server.jobs.Jobs}.
 */
package io.treehouse.server.jobs;
