package dev.supporters.platform.store;

import static com.mongodb.client.model.Filters.exists;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.CountOptions;
import com.mongodb.client.model.Projections;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

import org.bson.Document;
import org.bson.conversions.Bson;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How many documents of a collection have events that wait to be published, and how long the oldest of them has waited. A look costs one
 * read of the outboxes' index, which contains only documents that wait; of those it reads the times of {@value #READ} at most. Where there
 * are more, their number is counted up to {@value #COUNTED}, and the age is that of the oldest that was read: it is that old at least.
 */
final class OutboxGauges {

    static final int READ = 1_000;
    static final int COUNTED = 10_000;

    private static final Backlog UNKNOWN = new Backlog(Double.NaN, Optional.empty());
    private static final Bson WAITS = exists("outbox.id");

    private final MongoCollection<Document> collection;
    private final Clock clock;
    private volatile Backlog backlog = new Backlog(0, Optional.empty());

    OutboxGauges(MongoCollection<Document> collection, Clock clock, MeterRegistry meters) {
        this.collection = collection;
        this.clock = clock;
        String name = collection.getNamespace().getCollectionName();
        Gauge.builder("supporters_outbox_waiting", this, gauges -> gauges.backlog.documents())
                .tag("collection", name)
                .register(meters);
        Gauge.builder("supporters_outbox_oldest_seconds", this, OutboxGauges::secondsSinceOldest)
                .tag("collection", name)
                .register(meters);
    }

    /** Looks again. Between two looks the age grows; after one that failed nothing is known. */
    void look() {
        try {
            backlog = found();
        } catch (RuntimeException e) {
            backlog = UNKNOWN;
            throw e;
        }
    }

    private Backlog found() {
        List<Instant> times =
                collection
                        .find(WAITS)
                        .projection(Projections.include("outbox.time"))
                        .limit(READ)
                        .map(OutboxGauges::oldestTime)
                        .into(new ArrayList<>());
        double documents =
                times.size() < READ
                        ? times.size()
                        : collection.countDocuments(WAITS, new CountOptions().limit(COUNTED));
        return new Backlog(documents, times.stream().min(Comparator.naturalOrder()));
    }

    private double secondsSinceOldest() {
        Backlog known = backlog;
        if (Double.isNaN(known.documents())) {
            return Double.NaN;
        }
        return known.oldest()
                .map(oldest -> Duration.between(oldest, clock.instant()).toMillis() / 1_000.0)
                .filter(seconds -> seconds > 0)
                .orElse(0.0);
    }

    /** Of a document's events the first is the oldest. */
    private static Instant oldestTime(Document document) {
        return document.getList("outbox", Document.class).getFirst().getDate("time").toInstant();
    }

    private record Backlog(double documents, Optional<Instant> oldest) {}
}
