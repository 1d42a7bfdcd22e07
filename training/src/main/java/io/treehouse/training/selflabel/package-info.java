/**
 * Self-training: a model narrows the labels of training pictures where they leave a choice. {@link
 * io.treehouse.training.selflabel.SelfLabeller} makes a folder of masks, {@link io.treehouse.training.selflabel.SelfLabels}
 * brings them into a training.
 */
package io.treehouse.training.selflabel;
