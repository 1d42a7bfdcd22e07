package io.treehouse.model.onnx;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto.Dimension;
import io.treehouse.model.bundle.ModelBundle;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Writes a model as an ONNX file. Its one input {@value #INPUT} is {@code [batch, 3, height, width]}, red, green and blue
 * in 0…1 (the bundle's normalisation is part of the graph); its one output {@value #OUTPUT} is {@code [batch, 5, height,
 * width]}, class probabilities in the order of the class scheme, as the engines give them (the bundle's temperature is not
 * applied; it is in the metadata). Any batch is taken. The same bundle gives the
 * same bytes.
 */
public final class OnnxExport {
    /** Name of the input. */
    public static final String INPUT = "image";

    /** Name of the output. */
    public static final String OUTPUT = "probabilities";

    /** Name of the input's rows where {@link Size#ANY} is taken. */
    public static final String HEIGHT = "height";

    /** Name of the input's columns where {@link Size#ANY} is taken. */
    public static final String WIDTH = "width";

    /** Version of the file format that came with the operators used. */
    private static final int FORMAT_VERSION = 7;

    /** Which heights and widths an exported file takes. */
    public enum Size {
        /** Squares of the model's window only. QGIS's Deepness plugin refuses files that leave the size open. */
        WINDOW,
        /** Any multiples of 32. */
        ANY
    }

    private OnnxExport() {}

    /**
     * Writes a file, replacing it in one step.
     *
     * @throws UncheckedIOException if it cannot be written
     */
    public static void write(ModelBundle bundle, Size size, Path file) {
        Path target = file.toAbsolutePath();
        Path part = target.resolveSibling(target.getFileName() + ".part");
        try {
            Files.createDirectories(target.getParent());
            try {
                Files.write(part, bytes(bundle, size));
                Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write the ONNX file " + file, e);
        }
    }

    /** The content of the file. */
    public static byte[] bytes(ModelBundle bundle, Size size) {
        boolean any = size == Size.ANY;
        long window = bundle.model().input().windowPixels();
        Dimension height = any ? OnnxGraph.dimension(HEIGHT) : OnnxGraph.dimension(window);
        Dimension width = any ? OnnxGraph.dimension(WIDTH) : OnnxGraph.dimension(window);
        ModelProto.Builder model = ModelProto.newBuilder()
                .setIrVersion(FORMAT_VERSION)
                .setProducerName("treehouse")
                .setDocString("Land cover of aerial and satellite imagery. Input: red, green, blue in 0 to 1 at "
                        + bundle.model().input().gsdMetres()
                        + " m a pixel. Output: class probabilities.")
                .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(NetworkGraph.OPERATOR_SET))
                .setGraph(NetworkGraph.of(bundle.model(), height, width));
        OnnxMetadata.of(bundle)
                .forEach((key, value) -> model.addMetadataProps(
                        StringStringEntryProto.newBuilder().setKey(key).setValue(value)));
        return model.build().toByteArray();
    }
}
