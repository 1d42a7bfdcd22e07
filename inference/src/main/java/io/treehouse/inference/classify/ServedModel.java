package io.treehouse.inference.classify;

import io.treehouse.model.bundle.ModelBundle;
import io.treehouse.model.bundle.TrainedModel;
import io.treehouse.model.engine.EnginePool;

/**
 * The model that classifies, and what it runs on.
 *
 * @param name name such as {@code treehouse-land-cover}
 * @param version version such as {@code 1}
 * @param sha256 SHA-256 of the bundle's file
 * @param gsdMetres ground size of a pixel that the network sees
 * @param windowPixels side of the largest window of a scene
 * @param overlapPixels pixels that neighbouring windows share at least
 * @param engine what computes, such as {@code onednn-3.11.0}
 * @param precision arithmetic of the convolutions, {@code f32}, {@code bf16} or {@code int8}
 * @param processor name of the processor
 * @param instructionSet its vector instructions, such as {@code AVX-512 BF16}
 * @param workers windows classified at the same time
 */
public record ServedModel(
        String name,
        String version,
        String sha256,
        double gsdMetres,
        int windowPixels,
        int overlapPixels,
        String engine,
        String precision,
        String processor,
        String instructionSet,
        int workers) {
    static ServedModel of(ModelBundle bundle, EnginePool engines) {
        TrainedModel model = bundle.model();
        return new ServedModel(
                model.name(),
                model.version(),
                bundle.sha256(),
                model.input().gsdMetres(),
                model.input().windowPixels(),
                model.input().overlapPixels(),
                engines.name(),
                engines.precision(),
                engines.processor().name(),
                engines.processor().instructionSet().label(),
                engines.workers());
    }
}
