package io.treehouse.inference.carbon.estimate;

import io.treehouse.datasets.document.Known;
import io.treehouse.inference.carbon.Line;
import io.treehouse.inference.carbon.Line.Factor;
import io.treehouse.inference.carbon.coefficient.Coefficient;
import io.treehouse.inference.propagation.ErrorPropagation;
import io.treehouse.inference.propagation.Product;
import io.treehouse.inference.propagation.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What a figure was computed from. Immutable.
 *
 * @param formula the product with its numbers; the last factor holds sign and conversion of units
 * @param inputs the factors that have an uncertainty or a source
 */
public record FigureBasis(@Known String formula, @Known List<Input> inputs) {
    /**
     * A factor of a figure.
     *
     * @param name the coefficient's id, or what it is
     * @param unit its unit
     * @param value its mean
     * @param standardError its standard error; 0 if none is known
     * @param varianceSharePercent its part in the variance of the figure, by error propagation
     * @param confirmed whether a coefficient was checked against its source; null for what is none
     */
    public record Input(
            @Known String name,
            @Known String unit,
            double value,
            double standardError,
            double varianceSharePercent,
            Boolean confirmed) {}

    public FigureBasis {
        inputs = List.copyOf(inputs);
    }

    /** The basis of a line that is not missing. */
    static FigureBasis of(Line line) {
        Product product = line.product().orElseThrow();
        List<Input> inputs = new ArrayList<>();
        for (int i = 0; i < line.factors().size(); i++) {
            inputs.add(input(product, i, line.factors().get(i)));
        }
        String factors = inputs.stream().map(FigureBasis::inWords).collect(Collectors.joining(" × "));
        return new FigureBasis(factors + " × " + number(product.factor()), inputs);
    }

    private static Input input(Product product, int index, Factor factor) {
        Quantity quantity = product.quantities().get(index);
        return new Input(
                factor.name(),
                factor.unit(),
                quantity.mean(),
                quantity.distribution().standardDeviation(),
                100 * ErrorPropagation.varianceShare(product, index),
                factor.coefficient().map(Coefficient::confirmed).orElse(null));
    }

    private static String inWords(Input input) {
        String unit = input.unit().equals("1") ? "" : " " + input.unit();
        return input.name() + " " + number(input.value()) + unit;
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.6g", value);
    }
}
