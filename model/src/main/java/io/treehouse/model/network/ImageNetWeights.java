package io.treehouse.model.network;

import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.problem.InputProblem.Kind;
import io.treehouse.model.network.Node.Convolution;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Weights of an encoder trained on ImageNet, from a .npz file (a zip of .npy arrays) whose entries {@code node.w} and
 * {@code node.b} are named as the network's nodes. Batch normalisation is folded into them; the input they expect is
 * {@code (p - 127) / 128} for RGB values p of 0…255. Immutable but for the arrays, which belong to the reader.
 *
 * @param arrays by {@code node.w} and {@code node.b}, c-order
 */
public record ImageNetWeights(Map<String, float[]> arrays) {
    public ImageNetWeights {
        arrays = Map.copyOf(arrays);
    }

    /**
     * Where the weights of {@link SegmentationNetworks#lite0} lie: below the folder that the system property
     * {@code treehouse.home} names, the working directory if it is not set.
     */
    public static Path lite0File() {
        return Path.of(
                System.getProperty("treehouse.home", "."), "model", "weights", "efficientnet_lite0_imagenet.npz");
    }

    /**
     * Reads the arrays of those nodes that the network and the file share; a classifier in the file is left out.
     *
     * @throws InputProblem if the file is missing, damaged, shares no node with the network or differs in a shape
     */
    public static ImageNetWeights read(Path npz, NetworkSpec network) {
        if (!Files.isRegularFile(npz)) {
            throw new InputProblem(
                    Kind.NOT_FOUND, "There are no weights at " + npz, "Name a .npz file of pretrained weights.");
        }
        Map<String, float[]> arrays = new LinkedHashMap<>();
        try (ZipFile zip = new ZipFile(npz.toFile())) {
            for (Convolution node : network.convolutions()) {
                if (zip.getEntry(entryName(node.name() + ".w")) != null) {
                    read(zip, node.name() + ".w", node.weightShape(), arrays);
                    read(zip, node.name() + ".b", new long[] {node.outChannels()}, arrays);
                }
            }
        } catch (IOException e) {
            throw unusable(npz + " cannot be read: " + e.getMessage(), e);
        }
        if (arrays.isEmpty()) {
            throw unusable("%s has no weights of %s".formatted(npz, network.name()), null);
        }
        return new ImageNetWeights(arrays);
    }

    private static String entryName(String array) {
        return array + ".npy";
    }

    private static void read(ZipFile zip, String name, long[] shape, Map<String, float[]> arrays) throws IOException {
        ZipEntry entry = zip.getEntry(entryName(name));
        if (entry == null) {
            throw unusable("%s has no %s".formatted(zip.getName(), name), null);
        }
        NpyArray array =
                parse(zip.getName() + ": " + name, zip.getInputStream(entry).readAllBytes());
        if (!Arrays.equals(array.shape(), shape)) {
            String detail = "%s: %s has the shape %s, the network wants %s"
                    .formatted(zip.getName(), name, Arrays.toString(array.shape()), Arrays.toString(shape));
            throw unusable(detail, null);
        }
        arrays.put(name, array.values());
    }

    private static NpyArray parse(String name, byte[] bytes) {
        try {
            return NpyArray.parse(bytes);
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw unusable(name + " " + e.getMessage(), e);
        }
    }

    private static InputProblem unusable(String detail, Exception cause) {
        return new InputProblem(
                Kind.INVALID_DOCUMENT, detail, "Use the weights of model/weights or of the same architecture.", cause);
    }

    /** Names of the nodes that have weights here. */
    public Set<String> nodes() {
        return arrays.keySet().stream()
                .map(name -> name.substring(0, name.lastIndexOf('.')))
                .collect(Collectors.toUnmodifiableSet());
    }
}
