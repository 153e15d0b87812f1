package dev.supporters.driver.adapter.mongo;

import dev.supporters.contract.CallId;
import dev.supporters.contract.EngagementStep;
import dev.supporters.contract.WorkId;
import dev.supporters.contract.WorkStep;
import dev.supporters.driver.status.StatusProjection;
import dev.supporters.driver.status.StatusProjection.KnownEngagement;
import dev.supporters.driver.status.StatusProjection.KnownShift;
import dev.supporters.platform.store.CollectionSpec;
import dev.supporters.testkit.StoredDocumentsContract;
import dev.supporters.testkit.TestClock;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

class StoredStatusesTest extends StoredDocumentsContract<StatusProjection> {

    private static final Instant NOW = TestClock.FRIDAY_NIGHT.plusMillis(250);
    private static final WorkId WORK = WorkId.ofStored("1004550-driver-2026-11-20");

    @Override
    protected CollectionSpec<StatusProjection> spec() {
        return DriverStores.DISPATCH_STATUS;
    }

    /** Form 1 has no file for "refused": it wrote refused and cancelled engagements alike. */
    @Override
    protected Map<String, StatusProjection> values() {
        return Map.of(
                "shift",
                new StatusProjection(
                        Optional.of(shift(WorkStep.State.RESTING)),
                        Optional.empty(),
                        Optional.empty(),
                        0),
                "engagement",
                new StatusProjection(
                        Optional.empty(),
                        Optional.of(engagement(EngagementStep.State.COMMANDED)),
                        Optional.of(WORK),
                        0),
                "completed",
                both(EngagementStep.State.COMPLETED),
                "refused",
                both(EngagementStep.State.REFUSED),
                "cancelled",
                both(EngagementStep.State.CANCELLED));
    }

    private static StatusProjection both(EngagementStep.State state) {
        return new StatusProjection(
                Optional.of(shift(WorkStep.State.WORKING)),
                Optional.of(engagement(state)),
                Optional.of(WORK),
                3);
    }

    private static KnownShift shift(WorkStep.State state) {
        return new KnownShift(WORK, 2, state, NOW);
    }

    private static KnownEngagement engagement(EngagementStep.State state) {
        return new KnownEngagement(WORK, new CallId("254137"), 7, state, NOW);
    }
}
