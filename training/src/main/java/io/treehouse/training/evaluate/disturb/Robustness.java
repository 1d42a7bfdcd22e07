package io.treehouse.training.evaluate.disturb;

import io.treehouse.training.evaluate.ClassMapSource;
import io.treehouse.training.evaluate.EvaluationReport;
import io.treehouse.training.evaluate.Evaluator;
import io.treehouse.training.evaluate.HeldOutPlaces;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Accuracy on the same places under each disturbance.
 *
 * @param undisturbed on the pictures as they are
 * @param disturbed by disturbance, in their order
 */
public record Robustness(EvaluationReport undisturbed, Map<Disturbance, EvaluationReport> disturbed) {
    private static final Logger LOG = LoggerFactory.getLogger(Robustness.class);

    public Robustness {
        disturbed = Collections.unmodifiableMap(new EnumMap<>(disturbed));
    }

    /**
     * Scores the places under every disturbance.
     *
     * @param undisturbed what was scored on them as they are, by the same maps
     */
    public static Robustness measure(HeldOutPlaces places, ClassMapSource maps, EvaluationReport undisturbed)
            throws InterruptedException {
        Map<Disturbance, EvaluationReport> disturbed = new EnumMap<>(Disturbance.class);
        for (Disturbance disturbance : Disturbance.values()) {
            LOG.info("Scoring under {}", disturbance.label());
            disturbed.put(disturbance, Evaluator.evaluate(places, new DisturbedClassMaps(maps, disturbance)));
        }
        return new Robustness(undisturbed, disturbed);
    }

    /** Mean intersection over union that a disturbance costs; negative where it helps, 0 where nothing was scored. */
    public double loss(Disturbance disturbance) {
        return undisturbed.meanIntersectionOverUnion().orElse(0)
                - disturbed.get(disturbance).meanIntersectionOverUnion().orElse(0);
    }
}
