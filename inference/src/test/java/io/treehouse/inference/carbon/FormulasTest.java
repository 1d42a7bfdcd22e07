package io.treehouse.inference.carbon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.treehouse.inference.carbon.coefficient.CoefficientSets;
import io.treehouse.inference.carbon.coefficient.Condition;
import io.treehouse.inference.carbon.coefficient.NotationKey;
import io.treehouse.inference.propagation.Distribution;
import io.treehouse.inference.propagation.Product;
import io.treehouse.inference.propagation.Quantity;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every formula with the shipped coefficients, on one hectare of each class, worked by hand. */
class FormulasTest {
    private static final Formulas FORMULAS = new Formulas(CoefficientSets.shipped());
    private static final Zone HECTARE = DrawnZone.of("hectare", 10_000, 0);

    /** A place from words such as {@code climateZone boreal waterKind pond}. */
    private static Site site(String words) {
        Map<Condition, String> conditions = new EnumMap<>(Condition.class);
        List<String> list = List.of(words.split(" "));
        for (int i = 0; i + 1 < list.size(); i += 2) {
            conditions.put(Condition.ofLabel(list.get(i)), list.get(i + 1));
        }
        Map<SiteNumber, Quantity> numbers = Map.of(
                SiteNumber.STOREYS, Quantity.independent("storeys", new Distribution.Exact(3)),
                SiteNumber.LAWN_SHARE, Quantity.independent("lawnShare", new Distribution.Exact(0.5)));
        return Site.UNKNOWN.with(new Site(conditions, numbers, Map.of()));
    }

    @ParameterizedTest
    @CsvSource({
        // 10,000 m² × 7.69 kg C/m² × 44/12
        "tree_carbon, '', -281966.6667",
        // 10,000 m² × 0.28 kg C/m²/yr × 0.74 × 44/12
        "tree_sequestration, '', -7597.3333",
        // 1 ha × 2,900 kg C/ha/yr × 44/12
        "tree_sequestration_crown_cover, '', -10633.3333",
        // 10,000 m² × 0.5 × 0.11485 kg C/m²/yr × 44/12
        "lawn_sequestration, '', -2105.5833",
        // 54.0 kg CH4 × 28
        "water_methane, climateZone cool_temperate waterKind pond waterAge older_than_20_years, 1512",
        // 251.6 kg CH4 × 27.0
        "water_methane, climateZone tropical_moist waterKind reservoir waterAge up_to_20_years gwpSet AR6, 6793.2",
        // 1,700 kg C × 44/12
        "water_carbon_dioxide, climateZone warm_temperate_dry waterKind pond waterAge up_to_20_years, 6233.3333",
        // 10,000 m² × 3 storeys × 1,400 kg CO2/m²
        "building_embodied, buildingUse office, 42000000",
        // 10,000 m² × 3 storeys × 6.7 and 8.0 kg CO2e/m²/yr
        "building_benchmark, buildingUse house, 201000",
        "building_benchmark, buildingUse institution, 240000",
    })
    void giveWhatIsWorkedByHand(String flow, String place, double kilogrammes) {
        Line line = FORMULAS.line(Flow.ofLabel(flow).orElseThrow(), HECTARE, site(place));
        assertEquals(kilogrammes, line.product().orElseThrow().value(), 1e-3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "water_methane | waterAge up_to_20_years | NE | depends on climateZone, waterKind, which is not given",
                "water_methane | climateZone tropical_dry waterKind pond waterAge up_to_20_years | NE | could not be confirmed",
                "water_methane | waterKind natural | NA | not managed land",
                "water_carbon_dioxide | climateZone boreal waterKind pond waterAge older_than_20_years | IE | catchment",
                "building_operation | buildingUse office | NE | no default is published",
                "building_embodied | buildingUse house | NE | No default was found for dwellings",
                "building_embodied | climateZone boreal | NE | depends on buildingUse",
                "paved_embodied | buildingUse office | NE | No published default",
                "paved_upkeep | buildingUse office | NE | No published default"
            })
    void sayWhyAFigureIsMissing(String flow, String place, NotationKey key, String reason) {
        Missing missing = FORMULAS.line(Flow.ofLabel(flow).orElseThrow(), HECTARE, site(place))
                .missing()
                .orElseThrow();
        assertEquals(key, missing.key());
        assertTrue(missing.reason().contains(reason), missing.reason());
    }

    @Test
    void needStoreysForFloors() {
        Site site = new Site(Map.of(Condition.BUILDING_USE, "office"), Map.of(), Map.of());
        Missing missing =
                FORMULAS.line(Flow.BUILDING_EMBODIED, HECTARE, site).missing().orElseThrow();
        assertEquals("It needs storeys, which is not given", missing.reason());
    }

    @Test
    void knowThatThereIsNothing() {
        Line line = FORMULAS.line(Flow.TREE_CARBON, DrawnZone.of("empty", 0, 0), Site.UNKNOWN);
        assertEquals(NotationKey.NO, line.missing().orElseThrow().key());
    }

    @Test
    void leaveOutWhatTheUserCountsElsewhere() {
        Missing elsewhere = new Missing(NotationKey.IE, "In the energy accounts");
        Site site = Site.UNKNOWN.with(new Site(Map.of(), Map.of(), Map.of(Flow.TREE_CARBON, elsewhere)));
        assertEquals(
                elsewhere,
                FORMULAS.line(Flow.TREE_CARBON, HECTARE, site).missing().orElseThrow());
    }

    @Test
    void useOneQuantityForACoefficientInAllZones() {
        Product here = product(DrawnZone.of("here", 10_000, 0));
        Product there = product(DrawnZone.of("there", 30_000, 0));
        assertEquals(here.quantities().get(1), there.quantities().get(1));
        assertEquals(3 * here.value(), there.value(), 1e-6);
    }

    private static Product product(Zone zone) {
        return FORMULAS.line(Flow.TREE_CARBON, zone, Site.UNKNOWN).product().orElseThrow();
    }
}
