package dev.supporters.dispatch.model;

import static dev.supporters.dispatch.model.InvalidModelException.require;

import dev.supporters.dispatch.model.ModelInput.Area;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * A trained model as it stands in a file: a sum of weighted features, with an offset for the area, and for probabilities a calibration
 * of what comes out.
 *
 * @param region the region of the policy whose nights it learned from
 * @param product the product's name
 * @param firstNight the business date of the first night that it learned from
 * @param lastNight the business date of the last one
 * @param nights how many nights it learned from
 * @param rows how many observations
 * @param scores how good it was on nights that it had not learned from
 * @param intercept what is added to the sum
 * @param weights the features, and by what each is multiplied
 * @param offsets what is added in single areas
 * @param knots the calibration, from the raw to the calibrated probability; without any, the raw one is the answer
 */
public record ModelFile(
        ModelVersion model,
        ModelKind kind,
        String region,
        String product,
        LocalDate firstNight,
        LocalDate lastNight,
        int nights,
        long rows,
        Map<String, Double> scores,
        double intercept,
        List<Weight> weights,
        List<Offset> offsets,
        List<Knot> knots) {

    private static final double MOST = 1e6;
    private static final Pattern WORD = Pattern.compile("\\S{1,64}");

    public record Weight(ModelFeature feature, double value) {}

    public record Offset(Area area, double value) {}

    /** The calibrated probability y of the raw probability x; linear between two of them. */
    public record Knot(double x, double y) {}

    public ModelFile {
        scores = Map.copyOf(scores);
        weights = List.copyOf(weights);
        offsets = List.copyOf(offsets);
        knots = List.copyOf(knots);
        require(WORD.matcher(region).matches(), "region", region, "the region's name");
        require(WORD.matcher(product).matches(), "product", product, "the product's name");
        require(!lastNight.isBefore(firstNight), "nights", lastNight, "not before " + firstNight);
        require(nights >= 1, "count of nights", nights, "1 or more");
        require(rows >= 1, "rows", rows, "1 or more");
        require(
                scores.keySet().equals(kind.scores()),
                "scores",
                new TreeMap<>(scores).keySet(),
                kind.scores().stream().sorted().toList());
        scores.forEach((name, score) -> finite("score " + name, score));
        finite("intercept", intercept);
        requireWeights(kind, weights);
        requireOffsets(offsets);
        require(
                kind.isProbability() || knots.isEmpty(),
                "knots",
                knots.size(),
                "none for " + kind.text());
        requireKnots(knots);
    }

    private static void requireWeights(ModelKind kind, List<Weight> weights) {
        Set<ModelFeature> features = new HashSet<>();
        for (Weight weight : weights) {
            String name = "feature " + weight.feature().text();
            require(features.add(weight.feature()), name, "twice", "once");
            finite(name, weight.value());
        }
        for (ModelFeature feature : kind.required()) {
            require(features.contains(feature), "feature " + feature.text(), "missing", "a weight");
        }
    }

    private static void requireOffsets(List<Offset> offsets) {
        Set<Area> areas = new HashSet<>();
        for (Offset offset : offsets) {
            String name = "area " + offset.area().lat() + " " + offset.area().lng();
            require(areas.add(offset.area()), name, "twice", "once");
            finite(name, offset.value());
        }
    }

    private static void requireKnots(List<Knot> knots) {
        for (int i = 0; i < knots.size(); i++) {
            Knot knot = knots.get(i);
            String name = "knot " + (i + 1);
            require(knot.x() >= 0 && knot.x() <= 1, name, knot.x(), "0 to 1");
            require(knot.y() >= 0 && knot.y() <= 1, name, knot.y(), "0 to 1");
            if (i > 0) {
                Knot before = knots.get(i - 1);
                require(knot.x() > before.x(), name, knot.x(), "more than " + before.x());
                require(knot.y() >= before.y(), name, knot.y(), before.y() + " or more");
            }
        }
    }

    private static void finite(String what, double value) {
        require(Math.abs(value) <= MOST, what, value, "a number from -1,000,000 to 1,000,000");
    }
}
