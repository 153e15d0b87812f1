package dev.supporters.activity.adapter.mongo;

import dev.supporters.activity.abuse.NightKey;
import dev.supporters.activity.abuse.Signal;
import dev.supporters.contract.CallId;
import dev.supporters.contract.DriverId;
import dev.supporters.dispatch.abuse.AbuseKind;
import dev.supporters.dispatch.abuse.AbuseSignal;
import dev.supporters.dispatch.abuse.PlaceHour;
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

class StoredSignalsTest extends StoredDocumentsContract<Signal> {

    private static final Instant NOW = TestClock.FRIDAY_NIGHT.plusMillis(250);
    private static final long CELL = 0x8830e1d8c7fffffL;
    private static final NightKey NIGHT =
            new NightKey(Product.PRODUCT_DRIVER, "seoul", LocalDate.of(2026, 11, 20));

    @Override
    protected CollectionSpec<Signal> spec() {
        return ActivityStores.SIGNALS;
    }

    @Override
    protected Map<String, Signal> values() {
        return Map.of(
                "told",
                        new Signal(
                                NIGHT,
                                found(AbuseKind.DARK_GPS, Optional.empty(), Duration.ZERO),
                                3,
                                NOW,
                                List.of(
                                        new Signal.DecisionRecord(
                                                Signal.Decision.WARN,
                                                "the third time",
                                                "Let the app report also in the garage.",
                                                "operator-1",
                                                NOW.plusSeconds(60)))),
                "over-two-nights", new Signal(NIGHT, overTwoNights(), 3, NOW, List.of()),
                "undecided",
                        new Signal(
                                NIGHT,
                                found(
                                        AbuseKind.CANCELLATIONS,
                                        Optional.of(new CallId("254137")),
                                        Duration.ZERO),
                                3,
                                NOW,
                                List.of()),
                "decided",
                        new Signal(
                                NIGHT,
                                found(
                                        AbuseKind.COLD_WAITING,
                                        Optional.empty(),
                                        Duration.ofMinutes(150)),
                                3,
                                NOW,
                                List.of(
                                        new Signal.DecisionRecord(
                                                Signal.Decision.HOLD_PAY,
                                                "asked the driver",
                                                "",
                                                "operator-1",
                                                NOW.plusSeconds(60)),
                                        new Signal.DecisionRecord(
                                                Signal.Decision.DISMISS,
                                                "there was no bus",
                                                "",
                                                "operator-2",
                                                NOW.plusSeconds(120)))));
    }

    private static AbuseSignal found(AbuseKind kind, Optional<CallId> callId, Duration waited) {
        return new AbuseSignal(
                new DriverId("1004550"),
                kind,
                new AbuseSignal.Statistics(6, 5, .4, 1e-5, 1e-4),
                List.of(new AbuseSignal.AbuseEvent(NOW.minusSeconds(600), callId, CELL, 40)),
                List.of(new AbuseSignal.PlaceStatistics(new PlaceHour(CELL, 2), 6, 5, .4)),
                waited,
                List.of());
    }

    private static AbuseSignal overTwoNights() {
        return new AbuseSignal(
                new DriverId("1004550"),
                AbuseKind.REFUSALS,
                new AbuseSignal.Statistics(12, 6, .9, 1e-5, 1.4e-5),
                List.of(
                        new AbuseSignal.AbuseEvent(
                                NOW.minusSeconds(600), Optional.of(new CallId("254137")), CELL, 0)),
                List.of(),
                Duration.ZERO,
                List.of(
                        new AbuseSignal.NightStatistics(LocalDate.of(2026, 11, 18), 5, 3, .4),
                        new AbuseSignal.NightStatistics(LocalDate.of(2026, 11, 20), 7, 3, .5)));
    }
}
