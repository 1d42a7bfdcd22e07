package io.treehouse.inference.carbon;

import static io.treehouse.inference.carbon.coefficient.Role.*;

import com.fasterxml.jackson.annotation.JsonValue;
import io.treehouse.datasets.scheme.SurfaceClass;
import io.treehouse.inference.carbon.coefficient.Role;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The figures of an estimate. Each is the area of one surface class, times what the user says of the place, times
 * coefficients; removals from the atmosphere are negative.
 */
public enum Flow {
    /** Carbon that stands in trees: canopy × carbon on an area (Nowak et al. 2013). */
    TREE_CARBON(SurfaceClass.TREE_CANOPY, Kind.STOCK, -1, Role.TREE_CARBON, TREE_PLACE_FACTOR),
    /** Net uptake of trees: canopy × gross uptake × net/gross (Nowak et al. 2013). */
    TREE_SEQUESTRATION(
            SurfaceClass.TREE_CANOPY,
            Kind.YEARLY_FLUX,
            -1,
            TREE_GROSS_SEQUESTRATION,
            TREE_NET_TO_GROSS,
            TREE_PLACE_FACTOR),
    /** Net uptake of trees by crown cover (IPCC 2006, volume 4, equation 8.2). */
    TREE_SEQUESTRATION_CROWN_COVER(SurfaceClass.TREE_CANOPY, Kind.YEARLY_FLUX, -1, TREE_NET_SEQUESTRATION),
    /** Net uptake of lawns: {@code other} × share of lawn × uptake. */
    LAWN_SEQUESTRATION(
            SurfaceClass.OTHER, Kind.YEARLY_FLUX, -1, Optional.of(SiteNumber.LAWN_SHARE), Role.LAWN_SEQUESTRATION),
    /** Methane from water: water × emission × warming potential (IPCC 2019, volume 4, chapter 7, Tier 1). */
    WATER_METHANE(SurfaceClass.WATER, Kind.YEARLY_FLUX, 1, Role.WATER_METHANE),
    /** Carbon dioxide from water that was land until lately (IPCC 2019, volume 4, chapter 7, Tier 1). */
    WATER_CARBON_DIOXIDE(SurfaceClass.WATER, Kind.YEARLY_FLUX, 1, Role.WATER_CARBON_DIOXIDE),
    /** Operation of buildings: footprint × storeys × emission of a floor. */
    BUILDING_OPERATION(
            SurfaceClass.BUILDING, Kind.YEARLY_FLUX, 1, Optional.of(SiteNumber.STOREYS), Role.BUILDING_OPERATION),
    /** What making the buildings emitted: footprint × storeys × emission of a floor. */
    BUILDING_EMBODIED(SurfaceClass.BUILDING, Kind.STOCK, 1, Optional.of(SiteNumber.STOREYS), Role.BUILDING_EMBODIED),
    /** What the buildings would emit at a legal limit: footprint × storeys × limit. */
    BUILDING_BENCHMARK(
            SurfaceClass.BUILDING, Kind.YEARLY_FLUX, 1, Optional.of(SiteNumber.STOREYS), Role.BUILDING_BENCHMARK),
    /** What making the paved ground emitted. */
    PAVED_EMBODIED(SurfaceClass.BUILT_UP, Kind.STOCK, 1, Role.PAVED_EMBODIED),
    /** Upkeep of the paved ground. */
    PAVED_UPKEEP(SurfaceClass.BUILT_UP, Kind.YEARLY_FLUX, 1, Role.PAVED_UPKEEP);

    /** A stock is there at the image's date, a flux passes every year; the two are never added. */
    public enum Kind {
        /** In kg CO₂e. */
        STOCK,
        /** In kg CO₂e a year. */
        YEARLY_FLUX;

        /** Published name, {@code stock} or {@code yearly_flux}. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final SurfaceClass surface;
    private final Kind kind;
    private final int sign;
    private final Optional<SiteNumber> number;
    private final List<Role> roles;

    Flow(SurfaceClass surface, Kind kind, int sign, Role... roles) {
        this(surface, kind, sign, Optional.empty(), roles);
    }

    Flow(SurfaceClass surface, Kind kind, int sign, Optional<SiteNumber> number, Role... roles) {
        this.surface = surface;
        this.kind = kind;
        this.sign = sign;
        this.number = number;
        this.roles = List.of(roles);
    }

    /** Published name, such as {@code tree_carbon}. */
    @JsonValue
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The flow with a published name. */
    public static Optional<Flow> ofLabel(String label) {
        return Arrays.stream(values())
                .filter(flow -> flow.label().equals(label))
                .findFirst();
    }

    /** The class whose area it is made of. */
    public SurfaceClass surface() {
        return surface;
    }

    /** Stock or flux. */
    public Kind kind() {
        return kind;
    }

    /** −1 for removals, 1 for emissions. */
    public int sign() {
        return sign;
    }

    /** What the user must say of the place as a number, a factor of the formula. */
    Optional<SiteNumber> number() {
        return number;
    }

    /** The coefficients of the formula. */
    List<Role> roles() {
        return roles;
    }

    /**
     * Whether it was emitted once and for all: what is torn down does not take it back, and what is built instead emits
     * anew.
     */
    public boolean isSunk() {
        return this == BUILDING_EMBODIED || this == PAVED_EMBODIED;
    }

    /** Whether totals have it: benchmarks are no emissions, and of two methods for one figure one counts. */
    public boolean isCounted(TreeMethod treeMethod) {
        return switch (this) {
            case BUILDING_BENCHMARK -> false;
            case TREE_SEQUESTRATION -> treeMethod == TreeMethod.GROSS_AND_RATIO;
            case TREE_SEQUESTRATION_CROWN_COVER -> treeMethod == TreeMethod.CROWN_COVER;
            default -> true;
        };
    }
}
