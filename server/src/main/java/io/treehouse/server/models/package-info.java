/**
 * The versions of the model registry as people and programs are shown them, and as they serve. Start at {@link
 * io.treehouse.server.models.VersionSummary}. No HTTP here: the command line shows the same records.
 */
package io.treehouse.server.models;
