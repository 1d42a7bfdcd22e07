/**
 * What people say about answers: places and objects that are wrong, and class maps that they corrected. It is kept with the
 * tiles that it is about, and becomes labels for the next retraining. Start at
 * {@link io.treehouse.server.feedback.FeedbackDesk}.
 */
package io.treehouse.server.feedback;
