package io.treehouse.model.layer;

import org.nd4j.linalg.schedule.ISchedule;

/**
 * How a training graph updates its weights: Adam with decoupled weight decay (Kingma and Ba 2015; Loshchilov and Hutter
 * 2019).
 *
 * @param learningRate of new layers, by step
 * @param encoderLearningRate of layers that start from ImageNet weights, by step
 * @param weightDecay share of a weight, times the learning rate, that is taken off at each step; biases do not decay
 * @param gradientNormLimit Euclidean norm to which the gradient of all weights together is shortened
 * @param loss what is made small
 * @param shiftConsistencyWeight weight of the loss between shifted crops, 0 for batches without pairs
 * @param seed of the initial weights
 */
public record OptimizerSettings(
        ISchedule learningRate,
        ISchedule encoderLearningRate,
        double weightDecay,
        double gradientNormLimit,
        SetLoss loss,
        double shiftConsistencyWeight,
        long seed) {
    public OptimizerSettings {
        if (!(weightDecay >= 0) || !(gradientNormLimit > 0)) {
            throw new IllegalArgumentException("Weight decay is at least 0 and the limit of the norm above 0");
        }
    }
}
