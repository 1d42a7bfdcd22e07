package io.treehouse.model.engine;

import io.treehouse.model.network.Node;
import java.util.List;
import java.util.Optional;

/**
 * One operation of a schedule.
 *
 * @param node the operation
 * @param inputs what it reads, in the order of {@link Node#inputs}; a copy that an earlier step made in the place of its value
 * @param converted where the first input is copied to in the numbers that the operation takes, if they differ
 * @param output what it writes
 * @param accumulates whether the result is added to what stands in the output, in place of a later {@link Node.Addition}
 */
record Step(Node node, List<Tensor> inputs, Optional<Tensor> converted, Tensor output, boolean accumulates) {}
