package io.treehouse.training.evaluate.precision;

import io.treehouse.datasets.catalog.Catalog;
import io.treehouse.datasets.catalog.Split;
import io.treehouse.model.bundle.Arithmetic;
import io.treehouse.model.bundle.ModelBundle;
import io.treehouse.model.bundle.PrecisionCost;
import io.treehouse.model.bundle.Quantization;
import io.treehouse.model.bundle.TrainedModel;
import io.treehouse.model.engine.EightBitHarm;
import io.treehouse.model.engine.KernelFit;
import io.treehouse.model.network.FeatureShapes;
import io.treehouse.model.network.NetworkSpec;
import io.treehouse.model.network.Node.Convolution;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes a model ready for reduced arithmetic: finds ranges for 8 bits on training pictures, rounds the weights by what the
 * network reads there, keeps the convolutions wide that lose too much in 8 bits, and measures on the validation places what bf16
 * and 8 bits cost. Locked places are not looked at.
 */
public final class PrecisionCalibration {
    private static final Logger LOG = LoggerFactory.getLogger(PrecisionCalibration.class);
    private static final int PICTURES_PER_SET = 2;
    /** A convolution that changes probabilities so many times as much as the median one is kept wide from the start. */
    private static final double OUTLIER = 4;
    /** Convolutions with more than this share of all multiplications stay in 8 bits: wide, they would cost too much time. */
    private static final double DEAR = 0.05;

    private PrecisionCalibration() {}

    /**
     * The model with ranges, rounded weights and costs, measured in f32 numbers where the processor has no instructions for
     * bf16 or 8 bits.
     *
     * @param workers windows classified at the same time
     */
    public static TrainedModel calibrate(ModelBundle bundle, List<Catalog> catalogs, Split split, int workers)
            throws InterruptedException {
        TrainingPictures pictures = new TrainingPictures(catalogs, split, PICTURES_PER_SET);
        Quantization ranges = RangeFit.of(bundle.model(), pictures);
        LOG.info("Rounding weights");
        KernelFit fit = KernelFit.on(bundle.model(), TrainingPictures.CROP_PIXELS, pictures.middles());
        TrainedModel ranged = bundle.model().withQuantization(ranges.withKernels(fit.eightBit()));
        PrecisionMeasurement validation =
                PrecisionMeasurement.on(catalogs, split, Split.Part.VALIDATION, bundle, workers);
        TrainedModel mixed = keepingWide(ranged, fit, pictures, validation);
        List<PrecisionCost> costs = new ArrayList<>();
        costs.add(validation.loss(mixed, Arithmetic.BF16).cost(Arithmetic.BF16));
        costs.addAll(mixed.precisionCosts());
        return mixed.withPrecisionCosts(costs);
    }

    /**
     * Keeps more and more convolutions wide, the most harmful first, until the cost allows 8 bits as the default. What is wide
     * has its weights rounded to bf16, and the cost is told.
     */
    private static TrainedModel keepingWide(
            TrainedModel ranged, KernelFit fit, TrainingPictures pictures, PrecisionMeasurement validation)
            throws InterruptedException {
        Quantization all = ranged.quantization().orElseThrow();
        Map<String, Double> harm = new EightBitHarm(ranged, TrainingPictures.CROP_PIXELS, pictures.crops()).ranked();
        harm.keySet().removeAll(dear(ranged.network()));
        TrainedModel measured = ranged;
        for (List<String> wide : proposals(harm)) {
            LOG.info("8 bits for all convolutions but {}", wide);
            TrainedModel mixed = ranged.withQuantization(all.keepingWide(wide).withWideKernels(fit.bf16(wide)));
            PrecisionCost cost = validation.loss(mixed, Arithmetic.INT8).cost(Arithmetic.INT8);
            measured = mixed.withPrecisionCosts(List.of(cost));
            if (cost.isAllowed()) {
                break;
            }
        }
        return measured;
    }

    /** Names of the convolutions that take more than a small share of all multiplications. */
    static Set<String> dear(NetworkSpec network) {
        FeatureShapes shapes = FeatureShapes.of(network, TrainingPictures.CROP_PIXELS, TrainingPictures.CROP_PIXELS);
        List<Convolution> convolutions = network.convolutions();
        long all = convolutions.stream().mapToLong(shapes::multiplications).sum();
        return convolutions.stream()
                .filter(node -> shapes.multiplications(node) > DEAR * all)
                .map(Convolution::name)
                .collect(Collectors.toSet());
    }

    /** The outliers, then half as many again in each step, up to half of all. */
    static List<List<String>> proposals(Map<String, Double> ranked) {
        List<String> names = List.copyOf(ranked.keySet());
        double median = ranked.get(names.get(names.size() / 2));
        int outliers = (int)
                ranked.values().stream().filter(harm -> harm > OUTLIER * median).count();
        List<List<String>> proposals = new ArrayList<>();
        proposals.add(names.subList(0, outliers));
        for (int count = more(outliers); count <= names.size() / 2; count = more(count)) {
            proposals.add(names.subList(0, count));
        }
        return proposals;
    }

    private static int more(int wide) {
        return wide + Math.max(1, wide / 2);
    }
}
