package dev.supporters.insight.legacy;

import static java.util.Comparator.comparing;

import dev.supporters.insight.InsightConfig;
import dev.supporters.insight.InsightConfig.LegacyNightConfig;
import dev.supporters.insight.legacy.LegacyNight.InProgress;
import dev.supporters.insight.legacy.LegacyNight.NotPlayed;
import dev.supporters.insight.legacy.LegacyNight.Outcome;
import dev.supporters.insight.legacy.LegacyNight.Played;
import dev.supporters.insight.legacy.LegacyNight.Size;
import dev.supporters.insight.night.CountedNight;
import dev.supporters.insight.night.NightCounts;
import dev.supporters.insight.night.NightRepository;
import dev.supporters.insight.night.RegionNight;
import dev.supporters.insight.region.NightRegions;
import dev.supporters.insight.region.NightTerms;
import dev.supporters.platform.store.AggregateStore;
import dev.supporters.platform.store.Change;
import dev.supporters.platform.store.Versioned;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.insight.v1.MissingLegacyReason;
import dev.supporters.proto.insight.v1.NightStates;
import dev.supporters.simulation.Night;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Simulates each night once it is over, as it would have been with general dispatch alone, and keeps what came of it. Of any number of
 * processes one does so: it takes the night for a while. A night of which more becomes known is simulated again.
 */
@ApplicationScoped
public class LegacyNightService {

    private static final int DAYS_BACK = 3;

    /** So often the store is asked whether more has become known of nights for which nothing was to be done. */
    private static final Duration AGAIN = Duration.ofMinutes(10);

    private final NightRegions regions;
    private final NightRepository nights;
    private final AggregateStore<NightStates> states;
    private final AggregateStore<LegacyNight> legacyNights;
    private final Clock clock;
    private final LegacyNightConfig config;
    private final Duration past;
    private final LegacyNightPlayer player = new LegacyNightPlayer();

    /** Of the nights that were over at the last look, those for which nothing was to be done. */
    private Set<RegionNight> settled = Set.of();

    private Instant again = Instant.MIN;

    LegacyNightService(
            NightRegions regions,
            NightRepository nights,
            AggregateStore<NightStates> states,
            AggregateStore<LegacyNight> legacyNights,
            Clock clock,
            InsightConfig config) {
        this.regions = regions;
        this.nights = nights;
        this.states = states;
        this.legacyNights = legacyNights;
        this.clock = clock;
        this.config = config.legacyNight();
        past = config.counting().past();
    }

    /** Simulates the nights that are over, one after the other. One that fails does not stop the others. */
    public synchronized void play() {
        Instant now = clock.instant();
        Set<RegionNight> over = over(now);
        if (settled.containsAll(over) && now.isBefore(again)) {
            return;
        }
        again = now.plus(AGAIN);
        Set<RegionNight> open = new HashSet<>();
        RuntimeException failure = null;
        for (CountedNight night : due(now)) {
            try {
                if (!play(night)) {
                    open.add(night.key());
                }
            } catch (RuntimeException e) {
                open.add(night.key());
                failure = e;
            }
        }
        over.removeAll(open);
        settled = over;
        if (failure != null) {
            throw failure;
        }
    }

    /** Those of which something may be known, by the windows of the policies. */
    private Set<RegionNight> over(Instant now) {
        Set<RegionNight> over = new HashSet<>();
        for (NightTerms terms : regions.all()) {
            terms.windows(now.minus(past), now).stream()
                    .filter(window -> !now.isBefore(window.end().plus(config.after())))
                    .map(window ->
                            new RegionNight(terms.product(), terms.region(), window.businessDate()))
                    .forEach(over::add);
        }
        return over;
    }

    private List<CountedNight> due(Instant now) {
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        List<LocalDate> dates = today.minusDays(DAYS_BACK).datesUntil(today.plusDays(2)).toList();
        List<Product> products =
                regions.all().stream().map(NightTerms::product).distinct().toList();
        return products.stream()
                .flatMap(product -> nights.find(product, dates).stream())
                .filter(night -> !night.beginTime().isBefore(now.minus(past)))
                .filter(night -> !now.isBefore(night.endTime().plus(config.after())))
                .sorted(comparing((CountedNight night) -> night.key().id()))
                .toList();
    }

    /** False if there is something to be done, or if another process does it. */
    private boolean play(CountedNight night) {
        Size size = Size.of(night);
        Optional<LegacyNight> known = legacyNights.find(night.key().id()).map(Versioned::value);
        if (known.filter(before -> before.settles(night, clock.instant())).isPresent()) {
            return !(known.get().outcome() instanceof InProgress);
        }
        Optional<MissingLegacyReason> missing = missing(night, size);
        Optional<NightStates> kept =
                missing.isPresent()
                        ? Optional.empty()
                        : states.find(night.key().id()).map(Versioned::value);
        boolean complete = kept.filter(all -> all.getCallsCount() == size.calls()).isPresent();
        if (missing.isEmpty() && !complete) {
            return false; // what became of its calls is kept soon
        }
        if (!take(night)) {
            return false;
        }
        Outcome outcome =
                missing.<Outcome>map(NotPlayed::new)
                        .orElseGet(() -> played(night, kept.orElseThrow()));
        keep(LegacyNight.of(night, outcome));
        return true;
    }

    private Optional<MissingLegacyReason> missing(CountedNight night, Size size) {
        if (size.calls() == 0) {
            return Optional.of(MissingLegacyReason.MISSING_LEGACY_REASON_NO_CALLS);
        }
        if (size.supporters() == 0) {
            return Optional.of(MissingLegacyReason.MISSING_LEGACY_REASON_NO_SUPPORTERS);
        }
        if (size.calls() > config.mostCalls() || size.supporters() > config.mostSupporters()) {
            return Optional.of(MissingLegacyReason.MISSING_LEGACY_REASON_TOO_LARGE);
        }
        return Duration.between(night.beginTime(), night.endTime()).equals(Night.WINDOW_LENGTH)
                ? Optional.empty()
                : Optional.of(MissingLegacyReason.MISSING_LEGACY_REASON_OTHER_WINDOW);
    }

    /** Of processes that ask at once one gets it. */
    private boolean take(CountedNight night) {
        Instant now = clock.instant();
        AtomicBoolean taken = new AtomicBoolean();
        legacyNights.react(
                night.key().id(),
                "",
                (current, version) -> {
                    taken.set(current.filter(before -> before.settles(night, now)).isEmpty());
                    return taken.get()
                            ? Optional.of(
                                    Change.to(
                                            LegacyNight.of(
                                                    night,
                                                    new InProgress(now.plus(config.lease())))))
                            : Optional.empty();
                });
        return taken.get();
    }

    private void keep(LegacyNight night) {
        legacyNights.react(
                night.key().id(), "", (current, version) -> Optional.of(Change.to(night)));
    }

    /** In a thread of the platform: a night is pure computation, for which no other work of the process should wait. */
    private Outcome played(CountedNight night, NightStates kept) {
        FutureTask<NightCounts> playing =
                new FutureTask<>(() ->
                        player.play(
                                night.key(),
                                kept,
                                Math.toIntExact(night.counts().shifts().begun())));
        Thread.ofPlatform().daemon().name("legacy-night").start(playing);
        try {
            NightCounts counts = playing.get(config.timeout().toMillis(), TimeUnit.MILLISECONDS);
            // in milliseconds, as the store has times
            return new Played(clock.instant().truncatedTo(ChronoUnit.MILLIS), counts);
        } catch (TimeoutException e) {
            return new NotPlayed(MissingLegacyReason.MISSING_LEGACY_REASON_TOO_LARGE);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a fault in a simulated night", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the process ends", e);
        } finally {
            playing.cancel(true);
        }
    }
}
