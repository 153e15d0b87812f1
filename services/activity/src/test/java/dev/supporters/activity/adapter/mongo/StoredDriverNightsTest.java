package dev.supporters.activity.adapter.mongo;

import dev.supporters.activity.abuse.DriverNightSummary;
import dev.supporters.activity.abuse.NightKey;
import dev.supporters.contract.CallId;
import dev.supporters.contract.DriverId;
import dev.supporters.dispatch.abuse.AbuseKind;
import dev.supporters.dispatch.abuse.AbuseSignal;
import dev.supporters.dispatch.abuse.NightSummary;
import dev.supporters.platform.store.CollectionSpec;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.testkit.StoredDocumentsContract;
import dev.supporters.testkit.TestClock;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

class StoredDriverNightsTest extends StoredDocumentsContract<DriverNightSummary> {

    private static final Instant NOW = TestClock.FRIDAY_NIGHT.plusMillis(250);
    private static final long CELL = 0x8830e1d8c7fffffL;
    private static final NightKey NIGHT =
            new NightKey(Product.PRODUCT_DRIVER, "seoul", LocalDate.of(2026, 11, 20));
    private static final DriverId DRIVER = new DriverId("1004550");

    @Override
    protected CollectionSpec<DriverNightSummary> spec() {
        return ActivityStores.DRIVER_NIGHTS;
    }

    @Override
    protected Map<String, DriverNightSummary> values() {
        return Map.of(
                "quiet",
                new DriverNightSummary(
                        NIGHT, new NightSummary(DRIVER, Map.of(), Duration.ZERO), Set.of(), NOW),
                "signalled",
                new DriverNightSummary(
                        NIGHT,
                        new NightSummary(
                                DRIVER,
                                Map.of(
                                        AbuseKind.REFUSALS,
                                        new NightSummary.KindCount(
                                                6,
                                                2,
                                                .4,
                                                List.of(
                                                        new AbuseSignal.AbuseEvent(
                                                                NOW.minusSeconds(600),
                                                                Optional.of(new CallId("254137")),
                                                                CELL,
                                                                0))),
                                        AbuseKind.DARK_GPS,
                                        new NightSummary.KindCount(3.5, 0, .3, List.of())),
                                Duration.ofMinutes(25)),
                        Set.of(AbuseKind.REFUSALS, AbuseKind.COLD_WAITING),
                        NOW));
    }
}
