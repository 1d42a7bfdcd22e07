/**
 * oneDNN 3 behind a small wrapper: the engine, aligned buffers, primitives with their arguments. The only package that
 * names classes of the oneDNN presets. Arrays are {@code [batch, height, width, channels]} in memory throughout.
 */
package io.treehouse.model.onednn;
