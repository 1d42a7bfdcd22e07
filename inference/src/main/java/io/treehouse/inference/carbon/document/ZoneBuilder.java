package io.treehouse.inference.carbon.document;

import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.datasets.problem.InputProblem.Kind;
import io.treehouse.datasets.scheme.SurfaceClass;
import io.treehouse.inference.carbon.AreaErrors;
import io.treehouse.inference.carbon.ClassArea;
import io.treehouse.inference.carbon.ClassArea.Source;
import io.treehouse.inference.carbon.Zone;
import io.treehouse.inference.carbon.document.MeasuredArea.Corrected;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;

/**
 * Makes zones of the results of one state: joins the parts of a zone on several tiles and gives areas their errors.
 * Immutable.
 */
public final class ZoneBuilder {
    private static final double TOLERATED_OVERLAP = 1e-6;

    /** Neighbouring tiles of different grids overlap by parts of pixels. */
    private static final double TOLERATED_SHARE = 1.01;

    private static final int NAMED_ZONES = 10;

    private final String state;
    private final OptionalDouble assumedErrorPercent;
    private final double betweenStates;

    /**
     * @param state name of the state
     * @param assumedErrorPercent standard error of areas that have none, in percent of the area; empty for none
     * @param betweenStates correlation of a zone's errors at two states
     */
    ZoneBuilder(String state, OptionalDouble assumedErrorPercent, double betweenStates) {
        this.state = state;
        this.assumedErrorPercent = assumedErrorPercent;
        this.betweenStates = betweenStates;
    }

    /**
     * The zones of all results.
     *
     * @throws InputProblem if two tiles have the same name, or a result is there twice
     */
    List<Zone> zones(List<ClassifiedResult> results) {
        Map<String, MeasuredZone> joined = new LinkedHashMap<>();
        Set<String> documents = new HashSet<>();
        for (ClassifiedResult result : results) {
            for (MeasuredZone part : result.units()) {
                if (result.zones().isEmpty() && joined.containsKey(part.id())) {
                    throw twice("Two results are called '" + part.id() + "'");
                }
                joined.merge(part.id(), part, MeasuredZone::plus);
            }
            if (!documents.add(result.provenance().documentSha256())) {
                throw twice("The result '" + result.provenance().id() + "' is there twice");
            }
        }
        return joined.values().stream().map(this::zone).toList();
    }

    private Zone zone(MeasuredZone measured) {
        Map<SurfaceClass, ClassArea> areas = new EnumMap<>(SurfaceClass.class);
        measured.areas().forEach((surface, area) -> areas.put(surface, area(measured.id(), surface, area)));
        return new Zone(measured.id(), measured.name(), measured.validM2(), areas);
    }

    private ClassArea area(String zoneId, SurfaceClass surface, MeasuredArea area) {
        return area.corrected()
                .map(corrected -> corrected(zoneId, surface, area.countedM2(), corrected))
                .orElseGet(() -> counted(zoneId, surface, area.countedM2()));
    }

    private ClassArea corrected(String zoneId, SurfaceClass surface, double countedM2, Corrected corrected) {
        AreaErrors errors = new AreaErrors(state, corrected.sharedBetweenZones() ? 1 : 0, betweenStates);
        return new ClassArea(
                errors.area(surface, zoneId, corrected.areaM2(), corrected.standardErrorM2()),
                countedM2,
                corrected.designBased() ? Source.DESIGN_BASED : Source.MODEL_BASED);
    }

    /** An assumed error is one of the classifier, which zones share. */
    private ClassArea counted(String zoneId, SurfaceClass surface, double countedM2) {
        double errorM2 = assumedErrorPercent.orElse(0) / 100 * countedM2;
        return new ClassArea(
                new AreaErrors(state, 1, betweenStates).area(surface, zoneId, countedM2, errorM2),
                countedM2,
                assumedErrorPercent.isPresent() ? Source.COUNTED_WITH_ASSUMED_ERROR : Source.COUNTED);
    }

    /** What to know of the areas before using figures made of them. */
    List<String> warnings(List<ClassifiedResult> results, List<Zone> zones) {
        List<String> warnings = new ArrayList<>();
        Set<String> withoutError = new TreeSet<>();
        zones.forEach(zone -> zone.areas().forEach((surface, area) -> {
            if (area.source() == Source.COUNTED) {
                withoutError.add(surface.label());
            }
        }));
        if (!withoutError.isEmpty()) {
            warnings.add("The results state no error for areas of " + String.join(", ", withoutError)
                    + " alone: they are taken as counted, and the classifier's errors are not in the intervals");
        }
        for (ClassifiedResult result : results) {
            double zonesM2 =
                    result.zones().stream().mapToDouble(MeasuredZone::validM2).sum();
            if (zonesM2 > result.whole().validM2() * (1 + TOLERATED_OVERLAP)) {
                warnings.add("Zones of the result '" + result.provenance().id()
                        + "' overlap: the total counts what they share more than once");
            }
        }
        List<String> shownTwice = shownTwice(results);
        if (!shownTwice.isEmpty()) {
            warnings.add("The results together show more than the whole of the zones " + named(shownTwice)
                    + ": tiles overlap, are of several dates, or several zones have one id. What they share is counted more"
                    + " than once");
        }
        return warnings;
    }

    /** Zones of which the results together show more than there is. */
    private static List<String> shownTwice(List<ClassifiedResult> results) {
        Map<String, Double> shares = new LinkedHashMap<>();
        results.stream()
                .flatMap(result -> result.zones().stream())
                .forEach(part -> shares.merge(part.id(), part.seenShare(), Double::sum));
        return shares.entrySet().stream()
                .filter(zone -> zone.getValue() > TOLERATED_SHARE)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static String named(List<String> zones) {
        String first = String.join(", ", zones.subList(0, Math.min(NAMED_ZONES, zones.size())));
        return zones.size() > NAMED_ZONES ? first + " and " + (zones.size() - NAMED_ZONES) + " more" : first;
    }

    private static InputProblem twice(String detail) {
        return new InputProblem(
                Kind.INVALID_DOCUMENT, detail, "Give each tile once; two dates of one place are for a comparison");
    }
}
