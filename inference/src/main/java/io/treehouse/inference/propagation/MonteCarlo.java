package io.treehouse.inference.propagation;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;

/**
 * Draws of figures (IPCC 2006 Guidelines, volume 1, chapter 3, Approach 2). Each source of error has a generator of its
 * own, seeded by the run's seed and the source's name: the draws of a figure do not depend on what else is drawn, and
 * figures that share sources share their draws. Not thread-safe.
 */
public final class MonteCarlo {
    /** Fewest draws whose 95 % intervals are worth printing. */
    public static final int MINIMUM_DRAWS = 10_000;

    private static final int REMEMBERED_SOURCES = 64;

    private final long seed;
    private final int draws;
    private final Map<String, double[]> remembered = new LinkedHashMap<>(REMEMBERED_SOURCES, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, double[]> eldest) {
            return size() > REMEMBERED_SOURCES;
        }
    };

    /**
     * @param seed the same seed gives the same draws
     * @param draws number of draws, at least {@link #MINIMUM_DRAWS}
     */
    public MonteCarlo(long seed, int draws) {
        if (draws < MINIMUM_DRAWS) {
            throw new IllegalArgumentException("Monte Carlo takes at least " + MINIMUM_DRAWS + " draws, not " + draws);
        }
        this.seed = seed;
        this.draws = draws;
    }

    /** Draws of a sum, in their order, which is the same for all sums. */
    public double[] draw(ProductSum sum) {
        double[] values = new double[draws];
        sum.products().forEach(product -> add(product, values));
        return values;
    }

    private void add(Product product, double[] values) {
        double[] drawn = new double[draws];
        Arrays.fill(drawn, product.factor());
        product.quantities().forEach(quantity -> multiply(drawn, quantity));
        for (int i = 0; i < draws; i++) {
            values[i] += drawn[i];
        }
    }

    private void multiply(double[] drawn, Quantity quantity) {
        double[] scores = new double[draws];
        quantity.sources().forEach((source, weight) -> {
            double[] own = scores(source);
            for (int i = 0; i < draws; i++) {
                scores[i] += weight * own[i];
            }
        });
        for (int i = 0; i < draws; i++) {
            drawn[i] *= quantity.distribution().valueAt(scores[i]);
        }
    }

    private double[] scores(String source) {
        return remembered.computeIfAbsent(source, name -> {
            // The name-based UUID is a hash that is the same on every machine.
            UUID hash = UUID.nameUUIDFromBytes((seed + "/" + name).getBytes(StandardCharsets.UTF_8));
            long[] start = {hash.getMostSignificantBits(), hash.getLeastSignificantBits()};
            return ZigguratSampler.NormalizedGaussian.of(RandomSource.XO_RO_SHI_RO_128_PP.create(start))
                    .samples(draws)
                    .toArray();
        });
    }
}
