/**
 * Numeric kernels of the trainable layers behind one interface, {@link io.treehouse.model.kernel.Kernels}: ND4J's native
 * operations (portable, the reference in tests) and oneDNN 3 (fast). {@link io.treehouse.model.kernel.KernelChoice} opens
 * the right ones for the machine.
 */
package io.treehouse.model.kernel;
