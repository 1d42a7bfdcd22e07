package io.treehouse.model.layer;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.regularization.Regularization;

/**
 * Weight decay beside the gradient's update (Loshchilov and Hutter 2019): the learning rate times {@code share} of a weight
 * is taken off at each step. Unlike Deeplearning4j's own it adds nothing to the score, so that the score is the loss and
 * no norms are computed for it. Immutable.
 *
 * @param share at least 0
 */
record DecoupledWeightDecay(double share) implements Regularization {
    DecoupledWeightDecay {
        if (!(share >= 0)) {
            throw new IllegalArgumentException("Weight decay is at least 0, not " + share);
        }
    }

    @Override
    public ApplyStep applyStep() {
        return ApplyStep.POST_UPDATER;
    }

    @Override
    public void apply(INDArray weights, INDArray update, double learningRate, int iteration, int epoch) {
        update.addi(weights.mul(share * learningRate));
    }

    @Override
    public double score(INDArray weights, int iteration, int epoch) {
        return 0;
    }

    @Override
    public Regularization clone() {
        return this;
    }
}
