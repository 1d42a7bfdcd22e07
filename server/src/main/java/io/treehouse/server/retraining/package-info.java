/**
 * Retrainings that the server was asked for: a queue in its database, worked off one at a time by processes of their own. Start at
 * {@link io.treehouse.server.retraining.Workshop}.
 */
package io.treehouse.server.retraining;
