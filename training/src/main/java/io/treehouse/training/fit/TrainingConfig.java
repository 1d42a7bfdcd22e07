package io.treehouse.training.fit;

import io.treehouse.datasets.catalog.LicenceFilter;
import io.treehouse.model.kernel.KernelChoice;
import io.treehouse.model.layer.ShiftConsistency;
import io.treehouse.model.network.BlurredStrides;
import io.treehouse.model.network.NetworkSpec;
import io.treehouse.model.network.SegmentationNetworks;
import io.treehouse.training.augment.Augmentation;
import io.treehouse.training.augment.Augmentations;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A training run, read from YAML by {@link TrainingConfigFile}. What is left out takes the value of {@link #DEFAULTS}.
 *
 * @param name name of the model that comes out
 * @param version its version
 * @param sets weight by data set: how often a crop comes from it, relative to the others; sets that are not named are not
 *     used
 * @param licences classes of licences ({@code licenceClass} of catalogues) of the sets that are used, those of others are
 *     left out; empty for all
 * @param start bundle of the model to start from, relative to the project's folder; empty for an encoder from ImageNet
 *     and a decoder that knows nothing
 * @param selfLabels folder of self labels, relative to the project's folder; empty for labels as they are
 * @param decoderWidth channels of the decoder
 * @param headWidth channels at stride 2
 * @param blurredStrides whether strides of 2 blur before they skip pixels, see {@code BlurredStrides}
 * @param holdBlur whether their kernels are held where they blur; training may unlearn the blur otherwise
 * @param cropSize height and width of a crop in pixels
 * @param scaleJitterShare share of the crops at another ground sampling distance
 * @param scaleJitterLow lower bound of the logarithm of that change
 * @param scaleJitterHigh upper bound of the logarithm of that change
 * @param colourChangeShare share of the crops whose colours are changed, see {@link Augmentations}
 * @param sensorChangesApart whether blur, noise and JPEG come to crops that keep their colours too
 * @param jpegShare share of the crops compressed as JPEG, of all or of those whose colours are changed
 * @param batchSize crops a step
 * @param partSize crops of a batch that are computed together at most, see {@code DataParallelTraining}; the time of a step
 *     depends on it, and nothing else
 * @param steps steps of the run
 * @param stopAfterSteps steps after which the run ends although its learning rate would go on falling; 0 for none: another
 *     run is to go on from its weights
 * @param learningRate highest learning rate
 * @param encoderLearningRateShare share of it for the layers that start from ImageNet weights
 * @param weightDecay decoupled weight decay
 * @param warmupSteps steps until the highest learning rate is reached
 * @param finalLearningRateShare share of the highest learning rate at the last step
 * @param gradientNormLimit norm to which the gradient is shortened
 * @param diceWeight weight of the Dice loss
 * @param shiftConsistencyWeight weight of the loss between two shifted crops of one place, see {@code ShiftConsistency};
 *     above 0 a batch is half as many places, each twice
 * @param borderSmoothing share of the loss that lets a pixel near a border of labels be what labels nearby allow, 0…1
 * @param borderPixels how near that is
 * @param averageDecay decay of the moving average of weights that becomes the model
 * @param checkpointSteps steps between two checkpoints
 * @param validationSteps steps between two scorings on the validation places, of which the best becomes the model
 * @param patience scorings without a better one after which the run ends early
 * @param sampleThreads threads that prepare crops
 * @param seed of weights and crops
 * @param kernels {@code auto}, {@code onednn-bf16}, {@code onednn-f32} or {@code nd4j}
 */
public record TrainingConfig(
        String name,
        String version,
        Map<String, Double> sets,
        List<String> licences,
        String start,
        String selfLabels,
        Integer decoderWidth,
        Integer headWidth,
        Boolean blurredStrides,
        Boolean holdBlur,
        Integer cropSize,
        Double scaleJitterShare,
        Double scaleJitterLow,
        Double scaleJitterHigh,
        Double colourChangeShare,
        Boolean sensorChangesApart,
        Double jpegShare,
        Integer batchSize,
        Integer partSize,
        Integer steps,
        Integer stopAfterSteps,
        Double learningRate,
        Double encoderLearningRateShare,
        Double weightDecay,
        Integer warmupSteps,
        Double finalLearningRateShare,
        Double gradientNormLimit,
        Double diceWeight,
        Double shiftConsistencyWeight,
        Double borderSmoothing,
        Integer borderPixels,
        Double averageDecay,
        Integer checkpointSteps,
        Integer validationSteps,
        Integer patience,
        Integer sampleThreads,
        Long seed,
        String kernels) {

    /** Values of what a configuration leaves out. */
    public static final TrainingConfig DEFAULTS = new TrainingConfig(
            "land-cover",
            "1",
            Map.of(),
            List.of(),
            "",
            "",
            96,
            48,
            false,
            true,
            256,
            0.7,
            -0.5,
            0.7,
            1.0,
            false,
            0.15,
            16,
            4,
            3500,
            0,
            1.2e-3,
            0.3,
            2e-4,
            200,
            0.02,
            5.0,
            0.5,
            0.0,
            0.0,
            2,
            0.999,
            100,
            500,
            6,
            2,
            1L,
            "auto");

    /** Everything that is wrong with the values, each in a sentence; empty if the run can start. */
    public List<String> faults() {
        List<String> faults = new ArrayList<>();
        check(faults, !sets.isEmpty(), "sets names no data set");
        sets.forEach((set, weight) ->
                check(faults, weight != null && weight >= 0, "sets." + set + " is not a weight of 0 or more"));
        checkLicences(faults);
        check(faults, decoderWidth > 0 && headWidth > 0, "decoderWidth and headWidth must be positive");
        check(faults, cropSize >= 32 && cropSize % 32 == 0, "cropSize must be a multiple of 32, not " + cropSize);
        check(faults, scaleJitterShare >= 0 && scaleJitterShare <= 1, "scaleJitterShare must be between 0 and 1");
        check(faults, scaleJitterLow <= scaleJitterHigh, "scaleJitterLow must not exceed scaleJitterHigh");
        check(faults, colourChangeShare >= 0 && colourChangeShare <= 1, "colourChangeShare must be between 0 and 1");
        check(faults, jpegShare >= 0 && jpegShare <= 1, "jpegShare must be between 0 and 1");
        check(faults, batchSize > 0, "batchSize must be positive, not " + batchSize);
        check(faults, partSize > 0, "partSize must be positive, not " + partSize);
        check(faults, warmupSteps >= 0 && steps > warmupSteps, "steps must exceed warmupSteps");
        check(faults, stopAfterSteps >= 0, "stopAfterSteps must not be negative, but is " + stopAfterSteps);
        check(faults, learningRate > 0, "learningRate must be positive, not " + learningRate);
        check(faults, encoderLearningRateShare > 0, "encoderLearningRateShare must be positive");
        check(faults, weightDecay >= 0, "weightDecay must not be negative, but is " + weightDecay);
        check(
                faults,
                finalLearningRateShare >= 0 && finalLearningRateShare <= 1,
                "finalLearningRateShare must be between 0 and 1");
        check(faults, gradientNormLimit > 0, "gradientNormLimit must be positive");
        check(faults, diceWeight >= 0, "diceWeight must not be negative");
        check(faults, shiftConsistencyWeight >= 0, "shiftConsistencyWeight must not be negative");
        check(
                faults,
                shiftConsistencyWeight == 0 || batchSize % ShiftConsistency.CROPS == 0,
                "batchSize must be a multiple of %d with shiftConsistencyWeight, not %d"
                        .formatted(ShiftConsistency.CROPS, batchSize));
        check(faults, borderSmoothing >= 0 && borderSmoothing <= 1, "borderSmoothing must be between 0 and 1");
        check(faults, borderPixels > 0, "borderPixels must be positive");
        check(faults, averageDecay >= 0 && averageDecay < 1, "averageDecay must be at least 0 and below 1");
        check(faults, checkpointSteps > 0, "checkpointSteps must be positive");
        check(faults, validationSteps > 0, "validationSteps must be positive");
        check(faults, patience > 0, "patience must be positive");
        check(faults, sampleThreads > 0, "sampleThreads must be positive");
        check(
                faults,
                KernelChoice.find(kernels).isPresent(),
                "kernels must be one of %s, not '%s'".formatted(KernelChoice.labels(), kernels));
        return faults;
    }

    private void checkLicences(List<String> faults) {
        try {
            LicenceFilter.of(licences);
        } catch (IllegalArgumentException unknown) {
            faults.add("licences: " + unknown.getMessage());
        }
    }

    private static void check(List<String> faults, boolean holds, String otherwise) {
        if (!holds) {
            faults.add(otherwise);
        }
    }

    /** The step after which the run ends. */
    int lastStep() {
        return stopAfterSteps == 0 ? steps : Math.min(stopAfterSteps, steps);
    }

    /** What is trained. */
    NetworkSpec network() {
        NetworkSpec network = SegmentationNetworks.lite0(decoderWidth, headWidth);
        return blurredStrides ? BlurredStrides.of(network) : network;
    }

    /** Equal parts that batches are computed in: one where pairs of crops are compared. */
    int parts() {
        int parts = 1;
        while (shiftConsistencyWeight == 0 && (batchSize % parts != 0 || batchSize / parts > partSize)) {
            parts++;
        }
        return parts;
    }

    /** How the colours of crops are changed. */
    Augmentation augmentation() {
        return sensorChangesApart
                ? Augmentations.sensorApart(colourChangeShare, jpegShare)
                : Augmentations.together(colourChangeShare, jpegShare);
    }

    /** How crops are cut, at a ground sampling distance of the model. */
    CropSettings crops(double gsdMetres) {
        return new CropSettings(
                cropSize, gsdMetres, scaleJitterShare, scaleJitterLow, scaleJitterHigh, shiftConsistencyWeight > 0);
    }
}
