package dev.supporters.commander.slot;

import dev.supporters.platform.refusal.Refusal;
import dev.supporters.proto.common.v1.Money;
import dev.supporters.proto.common.v1.Place;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.common.v1.RefusalConsequence;

import java.time.Duration;
import java.util.List;

/** A call that looks for its driver. */
public record Order(
        CallId callId,
        Product product,
        List<Candidate> candidates,
        Place origin,
        Money fare,
        Duration veto,
        RefusalConsequence onRefusal) {

    static final int MOST_CANDIDATES = 128;
    static final Duration LONGEST_VETO = Duration.ofSeconds(120);

    public Order {
        candidates = List.copyOf(candidates);
        requireKnown(product);
        if (candidates.size() > MOST_CANDIDATES) {
            throw Refusal.invalid("candidates", candidates.size(), "at most " + MOST_CANDIDATES);
        }
        if (!veto.isPositive() || veto.compareTo(LONGEST_VETO) > 0) {
            throw Refusal.invalid(
                    "veto", veto, "more than 0, at most " + LONGEST_VETO.toSeconds() + " seconds");
        }
        onRefusal = known(onRefusal);
    }

    private static void requireKnown(Product product) {
        if (product == Product.PRODUCT_UNSPECIFIED || product == Product.UNRECOGNIZED) {
            throw Refusal.invalid("product", product, "a product");
        }
    }

    private static RefusalConsequence known(RefusalConsequence asked) {
        return switch (asked) {
            case REFUSAL_CONSEQUENCE_GENERAL,
                    REFUSAL_CONSEQUENCE_NEXT_SUPPORTER,
                    REFUSAL_CONSEQUENCE_FAIL ->
                    asked;
            case REFUSAL_CONSEQUENCE_UNSPECIFIED, UNRECOGNIZED ->
                    RefusalConsequence.REFUSAL_CONSEQUENCE_GENERAL;
        };
    }
}
