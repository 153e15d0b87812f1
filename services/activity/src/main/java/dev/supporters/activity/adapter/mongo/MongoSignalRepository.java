package dev.supporters.activity.adapter.mongo;

import dev.supporters.activity.abuse.DriverNightSummary;
import dev.supporters.activity.abuse.JudgedNight;
import dev.supporters.activity.abuse.NightKey;
import dev.supporters.activity.abuse.Signal;
import dev.supporters.activity.abuse.SignalEvents;
import dev.supporters.activity.abuse.SignalRepository;
import dev.supporters.contract.DriverId;
import dev.supporters.platform.store.AggregateStore;
import dev.supporters.platform.store.Change;
import dev.supporters.platform.store.Query;
import dev.supporters.platform.store.RequestCause;
import dev.supporters.platform.store.Versioned;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Signals in MongoDB. */
@ApplicationScoped
public class MongoSignalRepository implements SignalRepository {

    private final AggregateStore<Signal> signals;
    private final AggregateStore<JudgedNight> nights;
    private final AggregateStore<DriverNightSummary> summaries;

    public MongoSignalRepository(
            AggregateStore<Signal> signals,
            AggregateStore<JudgedNight> nights,
            AggregateStore<DriverNightSummary> summaries) {
        this.signals = signals;
        this.nights = nights;
        this.summaries = summaries;
    }

    @Override
    public void add(Signal signal) {
        signals.react(
                signal.id(),
                "",
                (current, version) ->
                        current.isPresent()
                                ? Optional.empty()
                                : Optional.of(Change.to(signal, SignalEvents.found(signal))));
    }

    @Override
    public Optional<Signal> decide(
            String signalId, String requestId, Signal.DecisionRecord decided) {
        String cause = cause(requestId, decided);
        return signals.react(
                        signalId,
                        cause,
                        (current, version) ->
                                current.map(signal -> {
                                    Signal next = signal.with(decided);
                                    return Change.to(next, SignalEvents.decided(next, decided));
                                }))
                .map(Versioned::value);
    }

    /** Without a text for the driver it is the cause of versions that had none, so that a request which is repeated after an upgrade is known. */
    private static String cause(String requestId, Signal.DecisionRecord decided) {
        List<Object> body =
                new ArrayList<>(List.of(decided.decision(), decided.reason(), decided.actor()));
        if (!decided.driverText().isEmpty()) {
            body.add(decided.driverText());
        }
        return RequestCause.of("decide", requestId, body.toArray());
    }

    @Override
    public List<Signal> list(Filter filter, Optional<After> after, int limit) {
        return signals.query(query(filter, after, limit)).stream().map(Versioned::value).toList();
    }

    @Override
    public List<Signal> undecidedSince(Instant before, int limit) {
        return signals.query(undecided(before, limit)).stream().map(Versioned::value).toList();
    }

    static Query query(Filter filter, Optional<After> after, int limit) {
        Query query = Query.atMost(limit).descending(SignalMapper.BUSINESS_DATE, Query.ID);
        if (filter.driverId().isPresent()) {
            query = query.equal(SignalMapper.DRIVER_ID, filter.driverId().get().value());
        }
        if (filter.businessDate().isPresent()) {
            query = query.equal(SignalMapper.BUSINESS_DATE, filter.businessDate().get());
        }
        if (filter.kind().isPresent()) {
            query = query.equal(SignalMapper.KIND, filter.kind().get());
        }
        if (filter.undecided()) {
            query = query.present(SignalMapper.UNDECIDED_SINCE);
        }
        if (after.isPresent()) {
            query = query.afterKey(after.get().businessDate(), after.get().signalId());
        }
        return query;
    }

    static Query undecided(Instant before, int limit) {
        return Query.atMost(limit).before(SignalMapper.UNDECIDED_SINCE, before);
    }

    @Override
    public boolean isJudged(NightKey night) {
        return nights.find(night.id()).isPresent();
    }

    @Override
    public void add(DriverNightSummary summary) {
        summaries.react(
                summary.id(),
                "",
                (current, version) ->
                        current.isPresent() ? Optional.empty() : Optional.of(Change.to(summary)));
    }

    @Override
    public List<DriverNightSummary> summaries(NightKey night, Collection<DriverId> drivers) {
        List<String> ids =
                drivers.stream().map(driver -> DriverNightSummary.id(night, driver)).toList();
        return summaries.findAll(ids).stream().map(Versioned::value).toList();
    }

    @Override
    public void add(JudgedNight night) {
        nights.react(
                night.night().id(),
                "",
                (current, version) ->
                        current.isPresent() ? Optional.empty() : Optional.of(Change.to(night)));
    }
}
