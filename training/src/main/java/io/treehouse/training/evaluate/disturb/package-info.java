/**
 * Pictures as other sensors, seasons and archives would have delivered them: accuracy under each {@code Disturbance}
 * against that on the pictures as they are.
 */
package io.treehouse.training.evaluate.disturb;
