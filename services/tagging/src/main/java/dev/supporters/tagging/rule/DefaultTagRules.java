package dev.supporters.tagging.rule;

import java.util.List;

/** The rules of a new installation. A distance or fare of 0 is unknown. */
final class DefaultTagRules {

    static final List<TagRule> ALL =
            List.of(
                    new TagRule(
                            "fit",
                            TagRule.FIT,
                            "call.product == supporters.common.v1.Product.PRODUCT_DRIVER"
                                    + " && call.origin.lat != '' && call.origin.lng != ''"
                                    + " && call.destination.lat != '' && call.destination.lng != ''"
                                    + " && call.distance_meters >= 0 && call.distance_meters <= 60000"
                                    + " && call.fare.amount >= 0",
                            true),
                    new TagRule(
                            "long-distance", "long-distance", "call.distance_meters > 30000", true),
                    new TagRule("stopover", "stopover", "has(call.stopover)", true));

    private DefaultTagRules() {}
}
