package dev.supporters.dispatch.model;

import dev.supporters.dispatch.model.ModelFile.Knot;
import dev.supporters.dispatch.model.ModelFile.Offset;
import dev.supporters.dispatch.model.ModelFile.Weight;
import dev.supporters.dispatch.model.ModelInput.Area;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Calculates what a model's file says, with the same bits on every machine, so that a decision can be taken again. */
final class FittedModel {

    private final double intercept;
    private final List<Weight> weights;
    private final Map<Area, Double> offsets;
    private final double[] x;
    private final double[] y;

    private FittedModel(ModelFile file) {
        intercept = file.intercept();
        weights = file.weights();
        offsets = file.offsets().stream().collect(Collectors.toMap(Offset::area, Offset::value));
        x = file.knots().stream().mapToDouble(Knot::x).toArray();
        y = file.knots().stream().mapToDouble(Knot::y).toArray();
    }

    static FittedModel of(ModelFile file, ModelKind wanted) {
        InvalidModelException.require(
                file.kind() == wanted,
                "kind of " + file.model(),
                file.kind().text(),
                wanted.text());
        return new FittedModel(file);
    }

    double sum(ModelInput input) {
        double sum = intercept + offsets.getOrDefault(input.area(), 0.0);
        for (Weight weight : weights) {
            sum += weight.value() * weight.feature().of(input);
        }
        return sum;
    }

    double probability(ModelInput input) {
        return calibrated(1 / (1 + StrictMath.exp(-sum(input))));
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
