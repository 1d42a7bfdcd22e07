package io.treehouse.training.fit;

import java.time.Duration;

/**
 * How far along its learning rate a run is: by its steps or, where its time is bounded and runs out sooner, by its time. Then it
 * leaves steps out, so that the rate has come down when the time is over, however fast the machine is and whatever else it does.
 * One thread.
 */
final class Pace {
    /** Scorings that come after the last step: of the last weights, and of the temperature. */
    private static final int LAST_SCORINGS = 2;

    private final int steps;
    private final double limitSeconds;
    private double reservedSeconds;

    /**
     * @param steps steps after which the run ends
     * @param limit time after which it ends, with the scoring of its snapshots; zero for none
     */
    Pace(int steps, Duration limit) {
        this.steps = steps;
        this.limitSeconds = limit.toMillis() / 1e3;
    }

    /** Notes how long a scoring took: the time for the last ones is kept free. */
    void scored(double seconds) {
        reservedSeconds = Math.max(reservedSeconds, LAST_SCORINGS * seconds);
    }

    /**
     * Steps done and left out, at most all.
     *
     * @param step steps done
     * @param seconds time that they took, with the scorings
     */
    int position(int step, double seconds) {
        if (limitSeconds == 0) {
            return step;
        }
        double share = seconds / Math.max(limitSeconds - reservedSeconds, limitSeconds / 10);
        return Math.min(steps, Math.max(step, (int) (share * steps)));
    }
}
