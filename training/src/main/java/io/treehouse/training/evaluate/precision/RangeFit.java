package io.treehouse.training.evaluate.precision;

import io.treehouse.datasets.sample.LabelledTile;
import io.treehouse.inference.scene.EngineWindows;
import io.treehouse.inference.scene.SceneSegmenter;
import io.treehouse.inference.scene.WindowProgress;
import io.treehouse.model.bundle.Quantization;
import io.treehouse.model.bundle.TrainedModel;
import io.treehouse.model.engine.RangeCalibration;
import io.treehouse.training.evaluate.LabelledTileSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the ranges of a model's activations on pictures, through the scene segmentation that serves. */
final class RangeFit {
    private static final Logger LOG = LoggerFactory.getLogger(RangeFit.class);

    private RangeFit() {}

    /** The ranges, with all convolutions in 8 bits. */
    static Quantization of(TrainedModel model, TrainingPictures pictures) throws InterruptedException {
        try (RangeCalibration calibration = new RangeCalibration(model);
                SceneSegmenter segmenter = new SceneSegmenter(model.input(), new EngineWindows(calibration), 1)) {
            for (LabelledTile picture : pictures.all()) {
                segmenter.segment(
                        new LabelledTileSource(picture),
                        (firstRow, rows, classes, confidence) -> {},
                        WindowProgress.NONE);
            }
            LOG.info(
                    "Ranges of activations found on {} training pictures",
                    pictures.all().size());
            return calibration.quantization();
        }
    }
}
