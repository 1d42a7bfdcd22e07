package io.treehouse.inference.carbon.coefficient;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Unit of a coefficient: a mass on an area, once or a year, or a plain number. Immutable.
 *
 * @param text as it was given, such as {@code kg CH4/ha/yr} or {@code 1}
 * @param substance what the mass is made of; empty for plain numbers
 * @param kgPerM2 kilogrammes on a square metre that one unit is; 1 for plain numbers
 * @param yearly whether it is a flux, a year, and not a stock
 */
public record CoefficientUnit(String text, Optional<Substance> substance, double kgPerM2, boolean yearly) {
    private static final Pattern MASS = Pattern.compile("(g|kg|t) (C|CO2|CO2e|CH4)/(m2|ha)(/yr)?");
    private static final Map<String, Double> KILOGRAMMES = Map.of("g", 0.001, "kg", 1.0, "t", 1000.0);
    private static final double M2_PER_HA = 10_000;
    private static final String PLAIN = "1";
    private static final String WARMING = "kg CO2e/kg CH4";

    /**
     * Reads a unit.
     *
     * @throws IllegalArgumentException if it is none that estimates know
     */
    public static CoefficientUnit parse(String text) {
        if (text.equals(PLAIN) || text.equals(WARMING)) {
            return new CoefficientUnit(text, Optional.empty(), 1, false);
        }
        Matcher mass = MASS.matcher(text);
        if (!mass.matches()) {
            throw new IllegalArgumentException("the unit '" + text + "' is none of '1', '" + WARMING
                    + "', or g, kg or t of C, CO2, CO2e or CH4 on m2 or ha and, for fluxes, yr, such as 'kg C/m2/yr'");
        }
        double areaM2 = mass.group(3).equals("ha") ? M2_PER_HA : 1;
        return new CoefficientUnit(
                text,
                Optional.of(Substance.ofSymbol(mass.group(2))),
                KILOGRAMMES.get(mass.group(1)) / areaM2,
                mass.group(4) != null);
    }
}
