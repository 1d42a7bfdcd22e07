/**
 * The network as data: {@link io.treehouse.model.network.NetworkSpec} lists its nodes. The training graph, the inference
 * engine and every export are built from this one description.
 */
package io.treehouse.model.network;
