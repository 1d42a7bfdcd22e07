/**
 * From a file to the answer that the command line and the server give. Start at {@link
 * io.treehouse.inference.classify.TileClassifier}; {@link io.treehouse.inference.classify.TileClassification} is the
 * answer.
 */
package io.treehouse.inference.classify;
