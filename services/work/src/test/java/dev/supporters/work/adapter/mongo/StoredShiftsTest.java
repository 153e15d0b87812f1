package dev.supporters.work.adapter.mongo;

import dev.supporters.contract.DriverId;
import dev.supporters.platform.store.CollectionSpec;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.work.v1.WorkType;
import dev.supporters.testkit.StoredDocumentsContract;
import dev.supporters.work.shift.Asked;
import dev.supporters.work.shift.BeginZone;
import dev.supporters.work.shift.KnownMode;
import dev.supporters.work.shift.Pending;
import dev.supporters.work.shift.Shift;
import dev.supporters.work.shift.ShiftDetails;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

class StoredShiftsTest extends StoredDocumentsContract<Shift> {

    private static final ShiftDetails DETAILS = details(BeginZone.UNKNOWN);

    @Override
    protected CollectionSpec<Shift> spec() {
        return WorkStores.WORKS;
    }

    @Override
    protected Map<String, Shift> values() {
        Map<String, Shift> values = new HashMap<>(ended());
        values.putAll(open());
        values.putAll(ofMode());
        return values;
    }

    private static Map<String, Shift> ended() {
        return Map.of(
                "ended",
                ended(Shift.EndReason.AFTER_DRIVE),
                "ended-by-driver",
                ended(Shift.EndReason.DRIVER),
                "ended-by-window",
                ended(Shift.EndReason.WINDOW),
                "ended-by-operator",
                ended(Shift.EndReason.OPERATOR),
                "ended-by-removal",
                ended(Shift.EndReason.REMOVED));
    }

    private static Map<String, Shift> open() {
        return Map.of(
                "working",
                new Shift.Working(DETAILS, Duration.ofNanos(1)),
                "working-asked-to-rest",
                new Shift.Working(
                        DETAILS,
                        Duration.ZERO,
                        new Pending(Optional.of(asked(Asked.Kind.REST)), 3)),
                "resting-asked-to-end",
                new Shift.Resting(
                        DETAILS,
                        Duration.ZERO,
                        Instant.parse("2026-11-20T13:00:00.123Z"),
                        new Pending(Optional.of(asked(Asked.Kind.END)), 1)),
                "working-removed",
                new Shift.Working(
                        DETAILS,
                        Duration.ZERO,
                        new Pending(Optional.of(asked(Asked.Kind.REMOVAL)), 1)),
                "working-in-zone",
                new Shift.Working(
                        details(new BeginZone("3", "8830e1d8c7fffff", "")), Duration.ZERO),
                "working-in-region",
                new Shift.Working(details(BeginZone.region("outdated")), Duration.ZERO),
                "resting",
                new Shift.Resting(
                        DETAILS, Duration.ofMinutes(3), Instant.parse("2026-11-20T13:00:00.123Z")),
                "ending",
                new Shift.Ending(DETAILS, Duration.ZERO));
    }

    private static Map<String, Shift> ofMode() {
        Instant off = Instant.parse("2026-11-20T13:10:00.250Z");
        Instant on = Instant.parse("2026-11-20T13:20:00Z");
        return Map.of(
                "working-switched-off",
                new Shift.Working(
                        DETAILS,
                        Duration.ofMinutes(3),
                        new Pending(Optional.of(asked(Asked.Kind.SWITCHED_OFF)), 1),
                        new KnownMode(7, true, off),
                        Instant.parse("2026-11-20T13:03:00Z")),
                "resting-switched-off",
                new Shift.Resting(
                        DETAILS,
                        Duration.ZERO,
                        off,
                        Pending.NOTHING,
                        new KnownMode(7, true, off),
                        Shift.RestCause.ACTIVITY_MODE),
                "resting-switched-on",
                new Shift.Resting(
                        DETAILS,
                        Duration.ZERO,
                        off,
                        new Pending(Optional.of(asked(Asked.Kind.SWITCHED_ON)), 0),
                        new KnownMode(8, false, on),
                        Shift.RestCause.ACTIVITY_MODE));
    }

    private static Asked asked(Asked.Kind kind) {
        return new Asked(kind, "ask-1", Instant.parse("2026-11-20T14:00:00.500Z"));
    }

    private static ShiftDetails details(BeginZone zone) {
        return new ShiftDetails(
                new DriverId("1004550"),
                Product.PRODUCT_DRIVER,
                WorkType.WORK_TYPE_HOURLY,
                "seoul",
                LocalDate.parse("2026-11-20"),
                Instant.parse("2026-11-20T12:30:00.250Z"),
                Instant.parse("2026-11-20T16:00:00Z"),
                "begin-1",
                zone);
    }

    private static Shift ended(Shift.EndReason reason) {
        return new Shift.Ended(
                DETAILS, Duration.ofHours(1), Instant.parse("2026-11-20T16:07:31.500Z"), reason);
    }
}
