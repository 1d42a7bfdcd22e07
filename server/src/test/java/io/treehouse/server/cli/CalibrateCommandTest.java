package io.treehouse.server.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.treehouse.model.bundle.BundleReader;
import io.treehouse.model.bundle.FineLook;
import io.treehouse.model.bundle.ModelBundle;
import io.treehouse.model.bundle.TrainedModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code calibrate} of the shipped model on drawn pictures. */
class CalibrateCommandTest {
    @TempDir
    private Path folder;

    @Test
    void theNetworkAndItsManifestStay() throws Exception {
        DrawnTown town = new DrawnTown(folder, "validation1", "training1");
        Path out = folder.resolve("calibrated.zip");

        assertEquals(0, town.measure("calibrate", "--out", out.toString()), town.err());

        TrainedModel before = BundleReader.read(ModelBundle.shippedPath()).model();
        TrainedModel after = BundleReader.read(out).model();
        assertNotEquals(before.temperature(), after.temperature());
        assertEquals(before.training(), after.training());
        assertEquals(before.network(), after.network());
        assertEquals("validation", after.errors().get(0).place());
    }

    @Test
    void theCalibratedModelMayBearAVersionOfItsOwn() throws Exception {
        DrawnTown town = new DrawnTown(folder, "validation1", "training1");
        Path out = folder.resolve("calibrated.zip");

        assertEquals(2, town.measure("calibrate", "--version-name", "../3", "--out", out.toString()));
        assertTrue(town.err().contains("'../3' cannot be a version"), town.err());
        assertFalse(Files.exists(out));
        assertEquals(0, town.measure("calibrate", "--version-name", "9.1", "--out", out.toString()), town.err());

        assertEquals("9.1", BundleReader.read(out).model().version());
    }

    @Test
    void theFineLookMayBeTakenAndGiven() throws Exception {
        DrawnTown town = new DrawnTown(folder, "validation1", "training1");
        Path without = folder.resolve("without.zip");
        Path again = folder.resolve("again.zip");

        assertEquals(0, town.measure("calibrate", "--no-fine-look", "--out", without.toString()), town.err());
        assertEquals(
                0,
                town.measure("calibrate", "--fine-look", "--model", without.toString(), "--out", again.toString()),
                town.err());

        TrainedModel before = BundleReader.read(ModelBundle.shippedPath()).model();
        TrainedModel own = BundleReader.read(without).model();
        assertEquals(List.of(FineLook.MEASURED), before.input().fineLooks());
        assertEquals(List.of(), own.input().fineLooks());
        // What reduced precision costs was measured with the look.
        assertFalse(before.precisionCosts().isEmpty());
        assertEquals(List.of(), own.precisionCosts());
        assertEquals(before.input(), BundleReader.read(again).model().input());
    }

    @Test
    void withoutValidationPlacesItSaysWhereToNameThem() throws Exception {
        DrawnTown town = new DrawnTown(folder, "locked1", "training1");
        Path out = folder.resolve("calibrated.zip");

        assertEquals(2, town.measure("calibrate", "--out", out.toString()));

        assertTrue(town.err().contains("Name validation places in validation.csv"), town.err());
        assertFalse(Files.exists(out));
    }
}
