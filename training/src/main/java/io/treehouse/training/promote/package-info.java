/**
 * Whether a candidate may serve: it is measured beside the promoted version by the code that serves, and a rule decides.
 * Start at {@link io.treehouse.training.promote.PromotionGate}.
 */
package io.treehouse.training.promote;
