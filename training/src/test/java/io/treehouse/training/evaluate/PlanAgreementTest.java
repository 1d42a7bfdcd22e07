package io.treehouse.training.evaluate;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.treehouse.datasets.raster.PixelWindow;
import io.treehouse.datasets.raster.Raster;
import io.treehouse.datasets.raster.RasterOptions;
import io.treehouse.datasets.scheme.SurfaceClass;
import io.treehouse.model.bundle.BundleReader;
import io.treehouse.model.bundle.ModelBundle;
import io.treehouse.model.bundle.TrainedModel;
import io.treehouse.model.engine.EngineOptions;
import io.treehouse.model.engine.EnginePool;
import io.treehouse.model.engine.PrecisionChoice;
import io.treehouse.model.engine.ProbabilityHead;
import io.treehouse.model.kernel.Kernels;
import io.treehouse.model.kernel.Nd4jKernels;
import io.treehouse.model.layer.OptimizerSettings;
import io.treehouse.model.layer.SetLoss;
import io.treehouse.model.layer.TrainingGraph;
import io.treehouse.model.layer.WarmupCosine;
import io.treehouse.model.network.NetworkSpec;
import io.treehouse.model.network.Node;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;

/** The engine that serves computes in f32 what the graph computes that was trained: the shipped model on a real scene. */
class PlanAgreementTest {
    private static final Path SCENE =
            Path.of(System.getProperty("treehouse.home"), "datasets", "scenes", "virginia_naip_1m_rgbn.tif");
    private static final int SIDE = 384;
    private static final double SAME_CLASS = 0.9999;
    private static final double LARGEST_LOGIT_DIFFERENCE = 0.01;

    @Test
    void theServedClassesAreThoseOfTheTrainedGraph() {
        TrainedModel model = BundleReader.read(ModelBundle.shippedPath()).model();
        float[] rgb = picture();
        int enlargement = model.network().outputEnlargement();
        int coarseSide = SIDE / enlargement;
        float[] trained = trained(model, rgb);
        float[] served = new float[coarseSide * coarseSide * SurfaceClass.COUNT];
        try (EnginePool engines = EnginePool.open(model, new EngineOptions(PrecisionChoice.EXACT, 1))) {
            engines.logits(SIDE, SIDE, rgb, served);
        }

        double largest = 0;
        for (int i = 0; i < served.length; i++) {
            largest = Math.max(largest, Math.abs(served[i] - trained[i]));
        }
        assertTrue(largest < LARGEST_LOGIT_DIFFERENCE, "largest difference of logits " + largest);
        int same = sameClass(served, trained, coarseSide, enlargement);
        assertTrue(same >= SAME_CLASS * SIDE * SIDE, same + " of " + SIDE * SIDE);
    }

    private static float[] picture() {
        float[] rgb = new float[SIDE * SIDE * 3];
        try (Raster scene = Raster.open(SCENE, RasterOptions.NONE, 1 << 20)) {
            scene.read(new PixelWindow(100, 60, SIDE, SIDE), rgb, new boolean[SIDE * SIDE]);
        }
        return rgb;
    }

    /** Logits before the last enlargement, from Deeplearning4j's graph on ND4J's operations. */
    private static float[] trained(TrainedModel model, float[] rgb) {
        List<Node> nodes = model.network().nodes();
        NetworkSpec withoutEnlargement = new NetworkSpec("coarse", nodes.subList(0, nodes.size() - 1));
        WarmupCosine rate = new WarmupCosine(0.01, 0, 1, 0.1);
        OptimizerSettings settings = new OptimizerSettings(rate, rate, 0, 1, new SetLoss(0), 0, 1);
        float[] normalised = rgb.clone();
        for (int i = 0; i < rgb.length; i++) {
            normalised[i] =
                    (float) ((rgb[i] - model.input().mean()) / model.input().scale());
        }
        try (Kernels kernels = new Nd4jKernels()) {
            TrainingGraph graph =
                    TrainingGraph.build(withoutEnlargement, SIDE, Set.of(), settings, kernels, DataType.FLOAT);
            model.weights().shapes().keySet().stream()
                    .forEach(name -> graph.load(Map.of(name, model.weights().array(name))));
            return graph.logits(Nd4j.createFromArray(normalised).reshape('c', 1, SIDE, SIDE, 3))
                    .dup('c')
                    .data()
                    .asFloat();
        }
    }

    private static int sameClass(float[] first, float[] second, int coarseSide, int enlargement) {
        ProbabilityHead head = new ProbabilityHead();
        float[][] one = new float[SurfaceClass.COUNT][SIDE];
        float[][] other = new float[SurfaceClass.COUNT][SIDE];
        float[] firstPlanes = ProbabilityHead.planes(first, coarseSide * coarseSide);
        float[] secondPlanes = ProbabilityHead.planes(second, coarseSide * coarseSide);
        int same = 0;
        for (int y = 0; y < SIDE; y++) {
            head.row(firstPlanes, coarseSide, coarseSide, enlargement, y, one);
            head.row(secondPlanes, coarseSide, coarseSide, enlargement, y, other);
            for (int x = 0; x < SIDE; x++) {
                same += mostProbable(one, x) == mostProbable(other, x) ? 1 : 0;
            }
        }
        return same;
    }

    private static int mostProbable(float[][] planes, int x) {
        int best = 0;
        for (int c = 1; c < planes.length; c++) {
            best = planes[c][x] > planes[best][x] ? c : best;
        }
        return best;
    }
}
