package dev.supporters.tagging.rule;

import java.util.List;

/** The rules that a new installation begins with. A distance or fare of 0 is one that nobody knows. */
final class DefaultRules {

    static final List<Rule> ALL =
            List.of(
                    new Rule(
                            "fit",
                            "supporters:fit",
                            "call.product == supporters.common.v1.Product.PRODUCT_DRIVER"
                                    + " && call.origin.lat != '' && call.origin.lng != ''"
                                    + " && call.destination.lat != '' && call.destination.lng != ''"
                                    + " && call.distance_meters >= 0 && call.distance_meters <= 60000"
                                    + " && call.fare.amount >= 0",
                            true),
                    new Rule(
                            "long-distance", "long-distance", "call.distance_meters > 30000", true),
                    new Rule("stopover", "stopover", "has(call.stopover)", true));

    private DefaultRules() {}
}
