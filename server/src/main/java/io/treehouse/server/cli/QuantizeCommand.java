package io.treehouse.server.cli;

import io.treehouse.datasets.catalog.Catalog;
import io.treehouse.datasets.catalog.Split;
import io.treehouse.model.bundle.Arithmetic;
import io.treehouse.model.bundle.BundleWriter;
import io.treehouse.model.bundle.ModelBundle;
import io.treehouse.model.bundle.NumberType;
import io.treehouse.model.bundle.PrecisionCost;
import io.treehouse.model.bundle.TrainedModel;
import io.treehouse.model.engine.EngineOptions;
import io.treehouse.training.evaluate.precision.AccuracyLoss;
import io.treehouse.training.evaluate.precision.PrecisionCalibration;
import io.treehouse.training.evaluate.precision.PrecisionMeasurement;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code treehouse quantize}: a model with ranges and weights for 8 bits and the measured costs of bf16 and 8 bits. */
@Command(
        name = "quantize",
        description =
                "Prepares a model for reduced precision: ranges and rounded weights for 8 bits and bf16 from training pictures,"
                        + " costs of bf16 and 8 bits from the validation places.",
        mixinStandardHelpOptions = true)
final class QuantizeCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private ModelChoice model;

    @Mixin
    private CatalogOptions data;

    @Option(names = "--out", required = true, paramLabel = "BUNDLE", description = "The prepared model bundle.")
    private Path out;

    @Mixin
    private VersionOption version;

    @Option(names = "--locked", description = "Also show the costs on the locked places, which decide nothing.")
    private boolean locked;

    @Override
    public Integer call() throws IOException, InterruptedException {
        version.check();
        ModelBundle bundle = model.bundle();
        List<Catalog> catalogs = data.catalogs();
        Split split = data.split();
        int workers = EngineOptions.defaults().workers();
        TrainedModel prepared = version.name(PrecisionCalibration.calibrate(bundle, catalogs, split, workers));
        BundleWriter.write(out, prepared, NumberType.F16);
        PrintWriter console = spec.commandLine().getOut();
        prepared.precisionCosts().forEach(cost -> console.println(line(cost)));
        prepared.quantization()
                .ifPresent(eightBit -> console.println("8 bits for all convolutions but " + eightBit.wide()));
        if (locked) {
            Map<Arithmetic, AccuracyLoss> losses = PrecisionMeasurement.on(
                            catalogs, split, Split.Part.LOCKED, bundle, workers)
                    .losses(prepared);
            losses.forEach((arithmetic, loss) ->
                    console.println("%s on the locked places: %s".formatted(arithmetic.label(), loss)));
        }
        console.println("Wrote " + out);
        console.flush();
        return 0;
    }

    private static String line(PrecisionCost cost) {
        return "%s costs %.2f points of mean IoU, %.2f of the class and %.2f of F1 of the objects that lose most: %s by default"
                .formatted(
                        cost.arithmetic().label(),
                        cost.meanIouPoints(),
                        cost.worstClassPoints(),
                        cost.worstObjectPoints(),
                        cost.isAllowed() ? "allowed" : "not used");
    }
}
