package io.treehouse.inference.carbon.estimate;

import io.treehouse.inference.carbon.Flow;
import io.treehouse.inference.carbon.Missing;
import io.treehouse.inference.carbon.coefficient.NotationKey;
import io.treehouse.inference.propagation.ProductSum;
import java.util.ArrayList;
import java.util.List;

/** One figure over all zones. Not thread-safe. */
final class FlowTotal {
    private static final int NAMED_ZONES = 10;

    private final Flow flow;
    private final Tally tally;
    private final List<String> zonesWithout = new ArrayList<>();
    private int zonesWith;
    private Missing firstMissing;

    FlowTotal(Flow flow, int draws) {
        this.flow = flow;
        tally = new Tally(draws);
    }

    void add(ProductSum figure, double[] drawn) {
        tally.add(figure, drawn);
        zonesWith++;
    }

    /** Zones where nothing occurs take nothing from the total. */
    void miss(String zoneId, Missing missing) {
        if (missing.key() != NotationKey.NO) {
            zonesWithout.add(zoneId);
        }
        if (firstMissing == null || firstMissing.key() == NotationKey.NO) {
            firstMissing = missing;
        }
    }

    void addTo(FigureList figures) {
        if (zonesWith == 0) {
            figures.add(flow, firstMissing);
        } else {
            figures.add(flow, tally.value(), remark(), null);
        }
    }

    private String remark() {
        if (zonesWithout.isEmpty()) {
            return null;
        }
        String named = String.join(", ", zonesWithout.subList(0, Math.min(NAMED_ZONES, zonesWithout.size())));
        String more = zonesWithout.size() > NAMED_ZONES ? " and " + (zonesWithout.size() - NAMED_ZONES) + " more" : "";
        return "Without the zones " + named + more + ", where it is not given";
    }
}
