package dev.supporters.mlgateway.adapter.mongo;

import dev.supporters.mlgateway.moves.PlannerLease;
import dev.supporters.platform.store.AggregateStore;
import dev.supporters.platform.store.AggregateStores;
import dev.supporters.platform.store.CollectionSpec;
import dev.supporters.proto.mlgateway.v1.MovePlanRecord;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The collections of this service. They are opened by whoever uses them first: what only ranks needs no store. */
@Singleton
public class MovePlanStores {

    /** One document for each product and region: it has no end, so nothing is archived. */
    public static final CollectionSpec<PlannerLease> LEASES =
            CollectionSpec.of("leases", new PlannerLeaseMapper());

    public static final CollectionSpec<MovePlanRecord> PLANS =
            CollectionSpec.of("plans", new MovePlanMapper())
                    .index("region", MovePlanMapper.KEY, MovePlanMapper.TIME)
                    .archivedBy(MovePlanMapper.TIME);

    @Produces
    @Singleton
    AggregateStore<PlannerLease> leases(AggregateStores stores) {
        return stores.open(LEASES);
    }

    @Produces
    @Singleton
    AggregateStore<MovePlanRecord> plans(AggregateStores stores) {
        return stores.open(PLANS);
    }
}
