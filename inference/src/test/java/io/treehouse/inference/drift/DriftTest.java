package io.treehouse.inference.drift;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.treehouse.datasets.problem.InputProblem;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DriftTest {
    private static final TileFeature FEATURE = TileFeature.MEAN_RED;

    private static TileStatistics tile(double red) {
        return new TileStatistics(Map.of(FEATURE, red));
    }

    /** Pictures 0, 1, …, 100, so that the deciles are 0, 10, …, 100. */
    private static DriftReference hundred() {
        return DriftReference.of(
                IntStream.rangeClosed(0, 100).mapToObj(DriftTest::tile).toList());
    }

    private static Drift drift(DriftReference reference, double... values) {
        RecentTiles recent = new RecentTiles(1000);
        for (double value : values) {
            recent.add(tile(value));
        }
        return recent.driftFrom(reference);
    }

    @Test
    void aReferenceIsAHistogramOfDecilesWithABinOnEachSideForWhatWasNeverSeen() {
        FeatureReference reference = hundred().features().get("meanRed");

        assertEquals(List.of(0.0, 10.0, 20.0, 30.0, 40.0, 50.0, 60.0, 70.0, 80.0, 90.0, 100.0), reference.edges());
        assertEquals(List.of(0L, 11L, 10L, 10L, 10L, 10L, 10L, 10L, 10L, 10L, 10L, 0L), reference.counts());
        assertEquals(50, reference.mean());
    }

    @Test
    void theIndexIsTheSumOfBothDivergences() {
        // With half a count more a bin: p = (2.5, 8.5) / 11, q = (5.5, 5.5) / 11, so that the index is
        // 3/11 · ln(5.5 / 2.5) + (−3/11) · ln(5.5 / 8.5) = 0.27273 · (0.78846 + 0.43532) = 0.33376.
        assertEquals(0.33376, StabilityIndex.of(List.of(2L, 8L), new long[] {5, 5}), 1e-5);
        // One degree of freedom: (1/10 + 1/10) · (1 + 1.645 · √2) = 0.66528.
        assertEquals(0.66528, StabilityIndex.chanceLimit(List.of(2L, 8L), new long[] {5, 5}), 1e-5);
    }

    @Test
    void tilesLikeThePicturesOfTheReferenceDoNotDrift() {
        double[] alike = new Random(3).doubles(500, 0, 100).toArray();

        Drift drift = drift(hundred(), alike);

        assertEquals("none", drift.level(), drift.toString());
        assertEquals(500, drift.tiles());
        assertEquals(101, drift.referencePictures());
    }

    @Test
    void brighterTilesDriftAndTheShiftSaysInWhichDirection() {
        double[] brighter = new Random(3).doubles(500, 40, 120).toArray();

        FeatureDrift drift = drift(hundred(), brighter).features().get("meanRed");

        assertEquals("strong", drift.level());
        assertTrue(drift.shift() > 0.9 && drift.shift() < 1.2, drift.toString());
        assertEquals(0.25, drift.outsideShare(), 0.05);
    }

    @Test
    void signsSayInWordsWhatIsUnlikeThePicturesLearnedFrom() {
        assertEquals(
                List.of(),
                drift(hundred(), new Random(3).doubles(100, 0, 100).toArray()).signs());
        assertEquals(
                List.of("50 % of the tiles have a meanRed that no picture had which was learned from"),
                drift(
                                hundred(),
                                IntStream.range(0, 20)
                                        .mapToDouble(i -> i % 2 == 0 ? 40 : 101)
                                        .toArray())
                        .signs());
        assertEquals(
                List.of("meanRed is 1.7 standard deviations above the pictures that were learned from"),
                drift(hundred(), new Random(3).doubles(50, 99, 100).toArray()).signs());
        assertEquals(
                List.of(),
                drift(hundred(), new Random(3).doubles(19, 200, 300).toArray()).signs(),
                "too few");
    }

    @Test
    void aFewOddTilesMayBeChance() {
        assertEquals("none", drift(hundred(), 95, 97, 99).level());
    }

    @Test
    void aFeatureThatWasAlwaysTheSameDriftsWhenItIsAnother() {
        DriftReference same = DriftReference.of(
                IntStream.range(0, 100).mapToObj(picture -> tile(3)).toList());
        double[] four = new double[100];
        Arrays.fill(four, 4);

        FeatureDrift drift = drift(same, four).features().get("meanRed");

        assertEquals("strong", drift.level());
        assertEquals(1, drift.outsideShare());
        assertNull(drift.shift());
    }

    @Test
    void withoutTilesOrWithoutAReferenceDriftIsUnknown() {
        assertEquals("unknown", drift(hundred()).level());
        assertEquals("unknown", drift(DriftReference.NONE, 7).level());
    }

    @Test
    void onlyTheLastTilesCount() {
        RecentTiles recent = new RecentTiles(2);
        IntStream.of(1, 2, 3).forEach(value -> recent.add(tile(value)));

        assertEquals(2, recent.size());
        assertEquals(5, DoubleStream.of(recent.values(FEATURE)).sum());
        assertEquals(0, recent.values(TileFeature.CONTRAST).length);
    }

    @Test
    void aReferenceComesBackFromAManifest() {
        ObjectNode manifest =
                hundred().addedTo(JsonNodeFactory.instance.objectNode().put("seed", 1));

        assertEquals(hundred(), DriftReference.in(manifest));
        assertEquals(1, manifest.get("seed").asInt());
        assertEquals(DriftReference.NONE, DriftReference.in(JsonNodeFactory.instance.objectNode()));
    }

    @Test
    void aMalformedReferenceIsRefused() {
        ObjectNode manifest = hundred().addedTo(JsonNodeFactory.instance.objectNode());
        ((ObjectNode) manifest.at("/statistics/features/meanRed"))
                .withArray("edges")
                .insert(0, 500);

        InputProblem problem = assertThrows(InputProblem.class, () -> DriftReference.in(manifest));

        assertEquals(InputProblem.Kind.INVALID_DOCUMENT, problem.kind());
    }
}
