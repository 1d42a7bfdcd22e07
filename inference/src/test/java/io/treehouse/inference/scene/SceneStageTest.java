package io.treehouse.inference.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SceneStageTest {
    private static final String RASTER = "io.treehouse.datasets.raster.Raster";

    @Test
    void readingBelongsToDecodingAndTheRestOfTheReaderToResampling() {
        assertEquals(SceneStage.DECODE, stage("org.gdal.gdal.Dataset", RASTER, name(ModelRowReader.class)));
        assertEquals(SceneStage.RESAMPLE, stage(name(AxisResampling.class), name(ModelRowReader.class)));
        assertEquals(SceneStage.RESAMPLE, stage("java.util.Arrays", name(ModelRowReader.class)));
    }

    @Test
    void whatRowsAreHandedToBelongsToWriting() {
        assertEquals(SceneStage.WRITE, stage(RASTER, name(ClassRowWriter.class), name(SceneRun.class)));
        assertEquals(SceneStage.BLEND, stage(name(ClassRowWriter.class), name(SceneRun.class)));
        assertEquals(SceneStage.BLEND, stage("java.lang.Math", name(Temperature.class), name(ClassRowWriter.class)));
    }

    @Test
    void aRunThatHangsInJavaWaitsForTheNetwork() {
        assertEquals(SceneStage.WAIT, stage("jdk.internal.misc.Unsafe", "java.lang.Thread", name(SceneRun.class)));
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
                .toArray(StackTraceElement[]::new));
    }
}
