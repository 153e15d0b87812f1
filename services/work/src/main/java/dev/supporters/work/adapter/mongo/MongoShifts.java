package dev.supporters.work.adapter.mongo;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;

import dev.supporters.platform.store.AggregateStore;
import dev.supporters.platform.store.Versioned;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.work.shift.Shift;
import dev.supporters.work.shift.Shifts;
import dev.supporters.work.shift.WorkId;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Works in MongoDB. */
@ApplicationScoped
public class MongoShifts implements Shifts {

    private static final String OPEN_UNTIL = "state.openUntil";

    private final AggregateStore<Shift> documents;
    private final Clock clock;

    public MongoShifts(AggregateStore<Shift> documents, Clock clock) {
        this.documents = documents;
        this.clock = clock;
    }

    @Override
    public Optional<Versioned<Shift>> newest(String driverId, Product product) {
        Optional<Versioned<Shift>> recent =
                documents.findAll(recentIds(driverId, product)).stream()
                        .max(Comparator.comparing(found -> found.value().frame().businessDate()));
        return recent.isPresent() ? recent : older(driverId, product);
    }

    @Override
    public List<Versioned<Shift>> overdue(Instant now, int limit) {
        return documents.query(
                Filters.lte(OPEN_UNTIL, now.toEpochMilli()), Sorts.ascending(OPEN_UNTIL), limit);
    }

    @Override
    public Optional<Instant> nextWindowEnd(Instant after) {
        return documents
                .query(Filters.gt(OPEN_UNTIL, after.toEpochMilli()), Sorts.ascending(OPEN_UNTIL), 1)
                .stream()
                .findFirst()
                .map(next -> next.value().frame().windowEnd());
    }

    /** Found by id, hence without a scan. In some zone it may be the day before or after; and a window may have begun a day ago. */
    private List<String> recentIds(String driverId, Product product) {
        LocalDate today = clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
        return Stream.of(today.plusDays(1), today, today.minusDays(1), today.minusDays(2))
                .map(date -> WorkId.of(driverId, product, date).value())
                .toList();
    }

    private Optional<Versioned<Shift>> older(String driverId, Product product) {
        return documents
                .query(
                        Filters.and(
                                Filters.eq("state.driverId", driverId),
                                Filters.eq("state.product", product.name())),
                        Sorts.descending("state.businessDate"),
                        1)
                .stream()
                .findFirst();
    }
}
