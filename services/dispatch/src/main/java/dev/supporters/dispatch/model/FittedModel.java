package dev.supporters.dispatch.model;

import dev.supporters.dispatch.model.ModelFile.Knot;
import dev.supporters.dispatch.model.ModelFile.Offset;
import dev.supporters.dispatch.model.ModelFile.Weight;
import dev.supporters.dispatch.model.ModelInput.Area;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Calculates what a model's file says. */
final class FittedModel {

    private final double intercept;
    private final List<Weight> weights;
    private final Map<Area, Double> offsets;
    private final double[] x;
    private final double[] y;

    FittedModel(double intercept, List<Weight> weights, List<Offset> offsets, List<Knot> knots) {
        this.intercept = intercept;
        this.weights = List.copyOf(weights);
        this.offsets = offsets.stream().collect(Collectors.toMap(Offset::area, Offset::value));
        x = knots.stream().mapToDouble(Knot::x).toArray();
        y = knots.stream().mapToDouble(Knot::y).toArray();
    }

    static FittedModel of(ModelFile file, ModelKind wanted) {
        InvalidModelException.require(
                file.kind() == wanted,
                "kind of " + file.model(),
                file.kind().text(),
                wanted.text());
        return new FittedModel(file.intercept(), file.weights(), file.offsets(), file.knots());
    }

    double sum(ModelInput input) {
        double sum = intercept + offsets.getOrDefault(input.area(), 0.0);
        for (Weight weight : weights) {
            sum += weight.value() * weight.feature().of(input);
        }
        return sum;
    }

    double probability(ModelInput input) {
        return calibrated(1 / (1 + Math.exp(-sum(input))));
    }

    /** Linear between two knots; before the first and after the last it is theirs. */
    private double calibrated(double raw) {
        int last = x.length - 1;
        if (last < 0) {
            return raw;
        }
        if (raw <= x[0]) {
            return y[0];
        }
        if (raw >= x[last]) {
            return y[last];
        }
        int low = 0;
        int high = last;
        while (high - low > 1) {
            int middle = (low + high) / 2;
            if (x[middle] <= raw) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return y[low] + (y[high] - y[low]) * (raw - x[low]) / (x[high] - x[low]);
    }
}
