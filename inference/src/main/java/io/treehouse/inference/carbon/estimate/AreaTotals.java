package io.treehouse.inference.carbon.estimate;

import io.treehouse.datasets.scheme.SurfaceClass;
import io.treehouse.inference.carbon.ClassArea;
import io.treehouse.inference.carbon.ClassArea.Source;
import io.treehouse.inference.carbon.Zone;
import io.treehouse.inference.carbon.estimate.ZoneEstimate.AreaUsed;
import io.treehouse.inference.propagation.ErrorPropagation;
import io.treehouse.inference.propagation.Product;
import io.treehouse.inference.propagation.ProductSum;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Areas of classes in one zone or in several together, as the answer gives them. */
final class AreaTotals {
    private AreaTotals() {}

    static Map<String, AreaUsed> of(List<Zone> zones) {
        Map<String, AreaUsed> areas = new LinkedHashMap<>();
        for (SurfaceClass surface : SurfaceClass.all()) {
            areas.put(
                    surface.label(),
                    of(
                            surface,
                            zones.stream()
                                    .map(zone -> zone.areas().get(surface))
                                    .toList()));
        }
        return areas;
    }

    private static AreaUsed of(SurfaceClass surface, List<ClassArea> areas) {
        ProductSum sum = new ProductSum(areas.stream()
                .map(area -> new Product(1, List.of(area.quantity())))
                .toList());
        boolean unknown = areas.stream().anyMatch(area -> area.source() == Source.COUNTED);
        return new AreaUsed(
                sum.value(),
                unknown ? null : ErrorPropagation.standardError(sum),
                areas.stream().mapToDouble(ClassArea::countedM2).sum(),
                areas.stream().map(area -> area.source().label()).distinct().collect(Collectors.joining(", ")));
    }
}
