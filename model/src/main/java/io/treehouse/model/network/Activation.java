package io.treehouse.model.network;

/** What follows a convolution. */
public enum Activation {
    /** Nothing: the output is linear. */
    NONE,
    /** max(x, 0). */
    RELU,
    /** min(max(x, 0), 6). */
    RELU6
}
