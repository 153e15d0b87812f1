package dev.supporters.gateway.adapter.graphql.error;

import graphql.analysis.FieldComplexityCalculator;
import graphql.analysis.FieldComplexityEnvironment;

import java.util.Set;

/** A field costs one; a field of the query itself costs more, as it asks another service. Asking for the schema does not. */
final class QueryCost implements FieldComplexityCalculator {

    private static final Set<String> ROOTS = Set.of("Query", "Mutation", "Subscription");

    private final int rootFieldCost;

    QueryCost(int rootFieldCost) {
        this.rootFieldCost = rootFieldCost;
    }

    @Override
    public int calculate(FieldComplexityEnvironment environment, int childComplexity) {
        boolean root =
                ROOTS.contains(environment.getParentType().getName())
                        && !environment.getField().getName().startsWith("__");
        return (root ? rootFieldCost : 1) + childComplexity;
    }
}
