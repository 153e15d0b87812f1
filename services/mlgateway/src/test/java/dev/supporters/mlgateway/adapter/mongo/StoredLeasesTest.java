package dev.supporters.mlgateway.adapter.mongo;

import dev.supporters.mlgateway.moves.PlannerLease;
import dev.supporters.platform.store.CollectionSpec;
import dev.supporters.testkit.StoredDocumentsContract;
import dev.supporters.testkit.TestClock;

import java.util.Map;

class StoredLeasesTest extends StoredDocumentsContract<PlannerLease> {

    @Override
    protected CollectionSpec<PlannerLease> spec() {
        return MovePlanStores.LEASES;
    }

    @Override
    protected Map<String, PlannerLease> values() {
        return Map.of("held", new PlannerLease("instance-1", TestClock.FRIDAY_NIGHT));
    }
}
