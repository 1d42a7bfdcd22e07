package io.treehouse.inference.carbon.coefficient;

import java.util.Arrays;

/** What a coefficient's mass is made of. Kilogrammes of one are no kilogrammes of another. */
public enum Substance {
    /** Carbon, bound in whatever. */
    CARBON("C"),
    /** Carbon dioxide. */
    CARBON_DIOXIDE("CO2"),
    /** Greenhouse gases as the mass of carbon dioxide that warms as much. */
    CARBON_DIOXIDE_EQUIVALENT("CO2e"),
    /** Methane, converted by the global warming potential of the set. */
    METHANE("CH4");

    private final String symbol;

    Substance(String symbol) {
        this.symbol = symbol;
    }

    static Substance ofSymbol(String symbol) {
        return Arrays.stream(values())
                .filter(substance -> substance.symbol.equals(symbol))
                .findFirst()
                .orElseThrow();
    }
}
