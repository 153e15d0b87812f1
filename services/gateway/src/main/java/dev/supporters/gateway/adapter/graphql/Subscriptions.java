package dev.supporters.gateway.adapter.graphql;

import dev.supporters.gateway.adapter.graphql.error.Faults;
import dev.supporters.gateway.adapter.graphql.error.GraphQLRefusal;

import io.smallrye.mutiny.Multi;

/** Failures of streams as GraphQL errors. */
final class Subscriptions {

    private Subscriptions() {}

    static <T> Multi<T> told(Multi<T> stream) {
        return stream.onFailure().transform(failure -> new GraphQLRefusal(Faults.refusal(failure)));
    }
}
