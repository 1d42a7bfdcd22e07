/**
 * What is done to a training crop so that the network meets more of the world than the pictures show: each {@link
 * io.treehouse.training.augment.Augmentation} is one kind of change, chosen by what a pixel is. Start at {@link
 * io.treehouse.training.augment.Augmentations}.
 */
package io.treehouse.training.augment;
