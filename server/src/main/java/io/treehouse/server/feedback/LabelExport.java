package io.treehouse.server.feedback;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.treehouse.datasets.document.AtomicFile;
import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.problem.InputProblem.Kind;
import io.treehouse.datasets.raster.Raster;
import io.treehouse.datasets.raster.RasterOptions;
import io.treehouse.datasets.scheme.ClassSet;
import io.treehouse.datasets.scheme.SurfaceClass;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes feedback as a data set that trainings take: a catalogue, the tiles, and for each a mask whose values are the bits
 * of {@link ClassSet}. Where nobody said anything the mask is 0, and nothing is taught. What was said later wins.
 */
public final class LabelExport {
    /**
     * What was written.
     *
     * @param tiles pictures of the data set
     * @param entries what was said about them
     * @param pixels labelled pixels
     */
    public record Summary(int tiles, int entries, long pixels) {}

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String NAME = "feedback";
    private static final String IMAGES = "images";
    private static final String MASKS = "masks";

    /** Name of the catalogue, which is written last. */
    static final String CATALOG = "dataset.json";

    private final FeedbackTable table;
    private final TileArchive archive;
    private final BitSet values = new BitSet();
    private final ObjectNode gsdMetresByName = JsonNodeFactory.instance.objectNode();
    private int entries;
    private long pixels;

    LabelExport(FeedbackTable table, TileArchive archive) {
        this.table = table;
        this.archive = archive;
    }

    /** @param folder receives {@code dataset.json}, {@code images} and {@code masks}; must be empty or missing */
    Summary write(Path folder) {
        try {
            requireEmpty(folder);
            return writeInto(folder);
        } catch (IOException fault) {
            throw unwritable(folder, fault);
        }
    }

    /** As {@link #write}, where an earlier call may have been cut off. */
    Summary writeAgain(Path folder) {
        try {
            for (String part : List.of(IMAGES, MASKS)) {
                clear(folder.resolve(part));
            }
            return writeInto(folder);
        } catch (IOException fault) {
            throw unwritable(folder, fault);
        }
    }

    private Summary writeInto(Path folder) throws IOException {
        List<String> tiles = table.tiles();
        if (tiles.isEmpty()) {
            throw none();
        }
        Path images = Files.createDirectories(folder.resolve(IMAGES));
        Path masks = Files.createDirectories(folder.resolve(MASKS));
        for (String tile : tiles) {
            Files.copy(archive.tile(tile), images.resolve(tile + ".tif"));
            mask(tile).write(masks.resolve(tile + ".png"));
        }
        AtomicFile.writeJson(folder.resolve(CATALOG), catalog());
        return new Summary(tiles.size(), entries, pixels);
    }

    static InputProblem none() {
        return new InputProblem(
                Kind.NOT_FOUND,
                "There is no feedback to make labels of.",
                "Send some to POST /v1/feedback or POST /v1/corrections.");
    }

    private static InputProblem unwritable(Path folder, IOException fault) {
        return new InputProblem(
                Kind.UNWRITABLE,
                "The labels cannot be written to " + folder.getFileName() + ": " + fault.getMessage() + ".",
                "See that there is room on the disk and that the folder can be written.",
                fault);
    }

    private static void clear(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private static void requireEmpty(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            if (files.findAny().isPresent()) {
                throw new InputProblem(
                        Kind.INVALID_PARAMETER,
                        "The folder " + folder + " is not empty.",
                        "Name another, or empty it.");
            }
        }
    }

    private LabelMask mask(String tile) throws IOException {
        List<FeedbackEntry> said = table.about(tile);
        try (Raster raster = Raster.open(archive.tile(tile), RasterOptions.NONE, Long.MAX_VALUE)) {
            LabelMask mask = new LabelMask(raster.width(), raster.height());
            for (FeedbackEntry entry : said) {
                if (entry.kind().equals(FeedbackEntry.CORRECTION)) {
                    mask.set(LabelMask.read(archive.mask(entry.id())));
                } else {
                    mask.set(LabelPixels.of(entry, raster.grid()), classes(entry));
                }
            }
            if (!raster.groundSampling().isKnown()) {
                gsdMetresByName.put(tile, said.get(0).gsdMetres());
            }
            values.or(mask.values());
            entries += said.size();
            pixels += mask.known();
            return mask;
        }
    }

    private static ClassSet classes(FeedbackEntry entry) {
        return ClassSet.of(entry.classes().stream().map(SurfaceClass::ofLabel).toList());
    }

    private ObjectNode catalog() {
        ObjectNode catalog = JsonNodeFactory.instance.objectNode();
        catalog.put("name", NAME).put("images", "images/*.tif");
        catalog.putObject("labels").put("kind", "value-mask").put("folder", "masks");
        ObjectNode legend = catalog.putObject("legend");
        values.set(0);
        values.stream().forEach(bits -> describe(legend, new ClassSet(bits)));
        if (!gsdMetresByName.isEmpty()) {
            catalog.set("gsdMetresByName", gsdMetresByName);
        }
        return catalog;
    }

    private static void describe(ObjectNode legend, ClassSet set) {
        List<String> labels = set.classes().stream().map(SurfaceClass::label).toList();
        ObjectNode entry = legend.putObject(Integer.toString(set.bits()));
        entry.put("name", labels.isEmpty() ? "nothing known" : labels.stream().collect(Collectors.joining(" or ")));
        labels.forEach(entry.putArray("classes")::add);
    }
}
