package io.treehouse.model.layer;

import org.nd4j.linalg.schedule.ISchedule;

/**
 * A learning rate that rises linearly, then falls along half a cosine (Loshchilov and Hutter 2017) to a share of its
 * peak. A function of the step, so that a resumed run goes on with it. Immutable.
 *
 * @param peak highest rate
 * @param warmupSteps steps of the rise
 * @param totalSteps steps of the run
 * @param finalShare share of the peak at the end, 0…1
 */
public record WarmupCosine(double peak, int warmupSteps, int totalSteps, double finalShare) implements ISchedule {
    public WarmupCosine {
        if (!(peak > 0) || warmupSteps < 0 || totalSteps <= warmupSteps || finalShare < 0 || finalShare > 1) {
            throw new IllegalArgumentException("A schedule needs a positive peak and more steps than its warm-up");
        }
    }

    /**
     * The rate of a step.
     *
     * @param step steps done
     * @param skipped steps that a run against the clock has left out before it; Deeplearning4j's place for an epoch
     */
    @Override
    public double valueAt(int step, int skipped) {
        int position = step + skipped;
        if (position < warmupSteps) {
            return peak * (position + 1) / warmupSteps;
        }
        double progress = Math.min(1, (double) (position - warmupSteps) / (totalSteps - warmupSteps));
        return peak * (finalShare + (1 - finalShare) * 0.5 * (1 + Math.cos(Math.PI * progress)));
    }

    @Override
    public ISchedule clone() {
        return this;
    }
}
