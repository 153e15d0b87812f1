package dev.supporters.insight.adapter.mongo;

import dev.supporters.insight.kpi.KpiEvents;
import dev.supporters.insight.night.CountedNight;
import dev.supporters.insight.night.NightRepository;
import dev.supporters.platform.store.AggregateStore;
import dev.supporters.platform.store.Change;
import dev.supporters.platform.store.Query;
import dev.supporters.platform.store.Versioned;
import dev.supporters.proto.common.v1.Product;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** Nights, each one document. */
final class MongoNightRepository implements NightRepository {

    private final AggregateStore<CountedNight> nights;

    MongoNightRepository(AggregateStore<CountedNight> nights) {
        this.nights = nights;
    }

    @Override
    public boolean put(CountedNight night) {
        AtomicBoolean replaced = new AtomicBoolean();
        nights.react(
                night.key().id(),
                "",
                (current, version) -> {
                    Optional<CountedNight> next = night.replacing(current);
                    replaced.set(next.isPresent());
                    return next.map(counted ->
                            counted.told(current)
                                    ? Change.to(counted, KpiEvents.counted(counted))
                                    : Change.to(counted));
                });
        return replaced.get();
    }

    @Override
    public List<CountedNight> find(Product product, Collection<LocalDate> businessDates) {
        return nights.query(query(product, businessDates)).stream().map(Versioned::value).toList();
    }

    static Query query(Product product, Collection<LocalDate> businessDates) {
        return Query.atMost(Query.MAX_LIMIT)
                .in(CountedNightMapper.BUSINESS_DATE, businessDates)
                .equal(CountedNightMapper.PRODUCT, product);
    }
}
