/**
 * Deeplearning4j layers for the nodes of a network, channels last, computing through {@link
 * io.treehouse.model.kernel.Kernels}. {@link io.treehouse.model.layer.TrainingGraph} puts them together.
 */
package io.treehouse.model.layer;
