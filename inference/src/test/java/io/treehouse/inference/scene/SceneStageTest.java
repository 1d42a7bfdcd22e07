package io.treehouse.inference.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SceneStageTest {
    private static final String RASTER = "io.treehouse.datasets.raster.Raster";

    @Test
    void readingBelongsToDecodingAndTheRestOfTheReaderToResampling() {
        assertEquals(
                SceneStage.DECODE,
                stage("org.gdal.gdal.Dataset", RASTER, name(SceneChunks.class), name(ModelRowReader.class)));
        assertEquals(SceneStage.RESAMPLE, stage(name(AxisResampling.class), name(ModelRowReader.class)));
        assertEquals(SceneStage.RESAMPLE, stage("java.util.Arrays", name(ModelRowReader.class)));
    }

    @Test
    void whatRowsAreHandedToBelongsToWriting() {
        assertEquals(SceneStage.WRITE, stage(RASTER, name(RowBlock.class), name(RowRelay.class)));
    }

    @Test
    void allFromLogitsToClassesBelongsToBlending() {
        assertEquals(SceneStage.BLEND, stage("io.treehouse.model.engine.ProbabilityHead", name(BlendedLook.class)));
        assertEquals(SceneStage.BLEND, stage(name(AxisResampling.class), name(SceneRows.class)));
        assertEquals(SceneStage.BLEND, stage("java.lang.Math", name(Temperature.class), name(PixelClasses.class)));
    }

    @Test
    void whoTakesWindowsWaitsForTheNetworkAndWhoReadsAheadDoesNot() {
        StackTraceElement waits = new StackTraceElement("java.lang.Thread", "sleep", "File.java", 1);
        StackTraceElement takes = new StackTraceElement(name(WindowFeed.class), "next", "File.java", 1);
        StackTraceElement reads = new StackTraceElement(name(WindowFeed.class), "begin", "File.java", 1);

        assertEquals(Optional.of(SceneStage.WAIT), SceneStage.of(new StackTraceElement[] {waits, takes}));
        assertEquals(Optional.empty(), SceneStage.of(new StackTraceElement[] {waits, reads}));
    }

    @Test
    void whatIsNotSegmentationIsOther() {
        assertEquals(SceneStage.OTHER, stage(RASTER, "io.treehouse.inference.classify.TileClassifier"));
        assertEquals(SceneStage.OTHER, stage());
    }

    private static String name(Class<?> type) {
        return type.getName();
    }

    /** The stage of a stack of classes, the innermost first. */
    private static SceneStage stage(String... classes) {
        return SceneStage.of(Stream.of(classes)
                        .map(type -> new StackTraceElement(type, "method", "File.java", 1))
                        .toArray(StackTraceElement[]::new))
                .orElseThrow();
    }
}
