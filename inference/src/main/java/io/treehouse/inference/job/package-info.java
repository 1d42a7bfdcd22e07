/**
 * Classifications that survive the end of their process. Start at {@link io.treehouse.inference.job.SceneJob}: {@code
 * WorkingFolder} is where it keeps what is unfinished, {@code WindowJournal} what the network said of finished windows,
 * and {@code JobIdentity} what both belong to.
 */
package io.treehouse.inference.job;
