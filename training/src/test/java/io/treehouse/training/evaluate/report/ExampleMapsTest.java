package io.treehouse.training.evaluate.report;

import static io.treehouse.datasets.scheme.SurfaceClass.OTHER;
import static io.treehouse.datasets.scheme.SurfaceClass.WATER;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.treehouse.datasets.sample.LabelledTile;
import io.treehouse.datasets.scheme.ClassSet;
import io.treehouse.training.evaluate.CountedTiles;
import io.treehouse.training.evaluate.report.ExampleMaps.Example;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class ExampleMapsTest {
    private static final byte WATER_LABEL = (byte) ClassSet.of(WATER).bits();

    /** Three pixels of 1 m labelled water, and one without label. */
    private static LabelledTile tile(String name) {
        byte[] rgb = {10, 20, 30, 0, 0, 0, 0, 0, 0, 0, 0, 0};
        byte[] labels = {WATER_LABEL, WATER_LABEL, WATER_LABEL, 0};
        return new LabelledTile("lakes", name, "place", 4, 1, rgb, labels, 1);
    }

    private static ExampleMaps examples(boolean withImagery) {
        ExampleMaps examples = new ExampleMaps(withImagery);
        byte water = (byte) WATER.code();
        byte[] classes = {water, (byte) OTHER.code(), (byte) 255, water};
        for (int found : new int[] {3, 0, 2, 1, 4}) {
            examples.scored(
                    CountedTiles.of("lakes", "place", WATER, found, OTHER, 4 - found), tile("found " + found), classes);
        }
        return examples;
    }

    @Test
    void theBestTheMedianAndTheWorstAreChosen() {
        List<Example> chosen = examples(false).choose().get("lakes");

        assertEquals(
                List.of("best found 4", "median found 2", "worst found 0"),
                chosen.stream()
                        .map(example -> example.rank() + " " + example.name())
                        .toList());
    }

    @Test
    void imageryIsOnlyShownWhenAskedFor() {
        assertEquals(
                Set.of("classes", "errors"),
                examples(false).choose().get("lakes").get(0).pictures().keySet());
        assertEquals(
                Set.of("imagery", "classes", "errors"),
                examples(true).choose().get("lakes").get(0).pictures().keySet());
    }

    @Test
    void errorsAreRightWrongOrUnknown() throws IOException {
        byte[] png = examples(false).choose().get("lakes").get(0).pictures().get("errors");
        BufferedImage errors = ImageIO.read(new ByteArrayInputStream(png));

        assertEquals(
                List.of(TilePictures.RIGHT, TilePictures.WRONG, TilePictures.UNKNOWN, TilePictures.UNKNOWN),
                List.of(colour(errors, 0), colour(errors, 1), colour(errors, 2), colour(errors, 3)));
    }

    private static int colour(BufferedImage image, int x) {
        return image.getRGB(x, 0) & 0xFFFFFF;
    }
}
