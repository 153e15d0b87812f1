package dev.supporters.work.adapter.mongo;

import dev.supporters.contract.DriverId;
import dev.supporters.contract.WorkId;
import dev.supporters.platform.store.AggregateStore;
import dev.supporters.platform.store.Query;
import dev.supporters.platform.store.Versioned;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.work.shift.Shift;
import dev.supporters.work.shift.ShiftDetails;
import dev.supporters.work.shift.ShiftRepository;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Shifts in MongoDB. */
@ApplicationScoped
public class MongoShiftRepository implements ShiftRepository {

    private final AggregateStore<Shift> store;
    private final Clock clock;

    public MongoShiftRepository(AggregateStore<Shift> store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Most drivers have a shift of the last days, which is found by its id; so the query of all their shifts is rare. */
    @Override
    public Optional<Versioned<Shift>> newest(DriverId driverId, Product product) {
        Optional<Versioned<Shift>> recent =
                store.findAll(recentIds(driverId, product)).stream()
                        .max(Comparator.comparing(found -> found.value().details().businessDate()));
        return recent.isPresent() ? recent : first(newestQuery(driverId, product));
    }

    @Override
    public List<Versioned<Shift>> overdue(Instant now, int limit) {
        return store.query(overdueQuery(now, limit));
    }

    @Override
    public List<Versioned<Shift>> openInZone(
            String zoneId, ShiftDetails like, Instant now, int limit) {
        return store.query(openInZoneQuery(zoneId, like, now, limit));
    }

    @Override
    public List<Versioned<Shift>> asked(int limit) {
        return store.query(askedQuery(limit));
    }

    @Override
    public Optional<Instant> nextWindowEnd(Instant after) {
        return first(nextWindowEndQuery(after)).map(next -> next.value().details().windowEnd());
    }

    /** A driver who comes back after months still sees the last shift, so archived ones count. */
    static Query newestQuery(DriverId driverId, Product product) {
        return Query.atMost(1)
                .equal(ShiftMapper.DRIVER_ID, driverId.value())
                .equal(ShiftMapper.PRODUCT, product)
                .descending(ShiftMapper.BUSINESS_DATE)
                .includingArchived();
    }

    static Query overdueQuery(Instant now, int limit) {
        return Query.atMost(limit)
                .atOrBefore(ShiftMapper.OPEN_UNTIL, now)
                .ascending(ShiftMapper.OPEN_UNTIL);
    }

    static Query openInZoneQuery(String zoneId, ShiftDetails like, Instant now, int limit) {
        return Query.atMost(limit)
                .equal(ShiftMapper.PRODUCT, like.product())
                .equal(ShiftMapper.REGION, like.region())
                .equal(ShiftMapper.BUSINESS_DATE, like.businessDate())
                .equal(ShiftMapper.ZONE_ID, zoneId)
                .after(ShiftMapper.OPEN_UNTIL, now)
                .ascending(ShiftMapper.OPEN_UNTIL);
    }

    static Query askedQuery(int limit) {
        return Query.atMost(limit)
                .present(ShiftMapper.ASKED_TIME)
                .ascending(ShiftMapper.ASKED_TIME);
    }

    static Query nextWindowEndQuery(Instant after) {
        return Query.atMost(1)
                .after(ShiftMapper.OPEN_UNTIL, after)
                .ascending(ShiftMapper.OPEN_UNTIL);
    }

    private Optional<Versioned<Shift>> first(Query query) {
        return store.query(query).stream().findFirst();
    }

    /** In some zone the date may be one before or after that of UTC, and a window may have begun a day ago. */
    private List<String> recentIds(DriverId driverId, Product product) {
        LocalDate today = clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
        return Stream.of(today.plusDays(1), today, today.minusDays(1), today.minusDays(2))
                .map(date -> WorkId.of(driverId, product, date).value())
                .toList();
    }
}
