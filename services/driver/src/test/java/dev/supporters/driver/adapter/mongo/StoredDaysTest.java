package dev.supporters.driver.adapter.mongo;

import dev.supporters.contract.CallId;
import dev.supporters.contract.DriverId;
import dev.supporters.driver.statistics.DriverDay;
import dev.supporters.driver.statistics.DriverDay.EndedDrive;
import dev.supporters.driver.statistics.ImportedDay;
import dev.supporters.driver.statistics.Incident;
import dev.supporters.driver.statistics.Rating;
import dev.supporters.platform.store.CollectionSpec;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.testkit.StoredDocumentsContract;
import dev.supporters.testkit.TestClock;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class StoredDaysTest extends StoredDocumentsContract<DriverDay> {

    private static final Instant NOW = TestClock.FRIDAY_NIGHT.plusMillis(250);
    private static final DriverDay.Key KEY =
            new DriverDay.Key(
                    new DriverId("1004550"), Product.PRODUCT_DRIVER, LocalDate.parse("2026-11-20"));

    @Override
    protected CollectionSpec<DriverDay> spec() {
        return DriverStores.DAYS;
    }

    @Override
    protected Map<String, DriverDay> values() {
        return Map.of(
                "drives",
                new DriverDay(
                        KEY,
                        List.of(new EndedDrive("k1", true), new EndedDrive("k2", false)),
                        List.of(new Rating(new CallId("254137"), 5, "r1", NOW)),
                        List.of(),
                        Optional.empty()),
                "incidents",
                new DriverDay(
                        KEY,
                        List.of(),
                        List.of(),
                        List.of(
                                incident(1, Incident.Kind.ACCIDENT, Optional.empty()),
                                incident(
                                        2,
                                        Incident.Kind.FINE,
                                        Optional.of(
                                                new Incident.Revocation(
                                                        "a mistake", "operator-2", NOW)))),
                        Optional.empty()),
                "imported",
                new DriverDay(
                        KEY,
                        List.of(),
                        List.of(),
                        List.of(),
                        Optional.of(new ImportedDay(7, 1, 0, 2, 3, 4.2))));
    }

    private static Incident incident(
            int number, Incident.Kind kind, Optional<Incident.Revocation> revocation) {
        return new Incident(number, kind, "a scratch", "operator-1", "i" + number, NOW, revocation);
    }
}
