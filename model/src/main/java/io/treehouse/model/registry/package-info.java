/**
 * The model registry: a folder with every version of every model, which of them serves, and how that came about. Start at
 * {@link io.treehouse.model.registry.ModelRegistry}; what is known follows from an append-only history, {@link
 * io.treehouse.model.registry.RegistryState} is its sum.
 */
package io.treehouse.model.registry;
