package dev.supporters.insight.dryrun;

import static java.util.Comparator.comparing;

import dev.supporters.insight.moment.RebuiltNights;
import dev.supporters.insight.night.CountedNight;
import dev.supporters.insight.night.NightRepository;
import dev.supporters.insight.night.RegionNight;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.store.AggregateStore;
import dev.supporters.platform.store.Versioned;
import dev.supporters.proto.common.v1.ErrorReason;
import dev.supporters.proto.insight.v1.LeftOutReason;
import dev.supporters.proto.insight.v1.NightStates;
import dev.supporters.proto.policy.v1.Policy;
import dev.supporters.simulation.Night;
import dev.supporters.simulation.RecordedNight;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the night that a dry run plays: a night that was counted, with the calls that are kept of it, or one of the night model. */
final class PlayableNights {

    private static final int DAYS_BACK = 8;

    /** So many nights before one tell the decisions where demand is to be expected. */
    private static final int DAYS_BEFORE = 14;

    private final NightRepository nights;
    private final AggregateStore<NightStates> states;
    private final Clock clock;
    private final Duration settle;
    private final RebuiltNights rebuilt = new RebuiltNights();

    /**
     * @param settle how long after its window a night is complete: drives end, and what became of its calls is kept
     */
    PlayableNights(
            NightRepository nights,
            AggregateStore<NightStates> states,
            Clock clock,
            Duration settle) {
        this.nights = nights;
        this.states = states;
        this.clock = clock;
        this.settle = settle;
    }

    /** Refused for a date: NIGHT_NOT_FOUND, BUSINESS_DATE_NOT_OVER, NIGHT_NOT_PLAYABLE. */
    NightToPlay find(Policy policy, AskedNights asked) {
        if (asked.businessDate().isPresent()) {
            return ofDate(policy, asked.businessDate().get());
        }
        List<CountedNight> over = over(policy);
        Optional<NightToPlay> newest =
                asked.ofModel()
                        ? Optional.empty()
                        : over.stream().flatMap(this::playable).findFirst();
        return newest.orElseGet(() ->
                NightToPlay.ofModel(
                        over.stream().findFirst().map(NightSize::of).orElse(NightSize.USUAL)));
    }

    private NightToPlay ofDate(Policy policy, LocalDate date) {
        CountedNight night =
                nights(policy, List.of(date)).stream()
                        .findFirst()
                        .orElseThrow(() ->
                                new Refusal(
                                        ErrorReason.ERROR_REASON_NIGHT_NOT_FOUND,
                                        "business_date: " + date,
                                        "a night of which something was counted"));
        if (night.endTime().isAfter(clock.instant())) {
            throw new Refusal(
                    ErrorReason.ERROR_REASON_BUSINESS_DATE_NOT_OVER,
                    "business_date: " + date,
                    "a night that has ended; this one ends at " + night.endTime());
        }
        Optional<NightStates> kept = kept(night);
        Optional<Refusal> problem = problem(night, kept);
        if (problem.isPresent()) {
            throw problem.get();
        }
        return toPlay(night, kept.orElseThrow());
    }

    /** Those of the last days whose windows have ended, the newest first. */
    private List<CountedNight> over(Policy policy) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        List<LocalDate> dates =
                today.minusDays(DAYS_BACK - 1).datesUntil(today.plusDays(2)).toList();
        return nights(policy, dates).stream()
                .filter(night -> !night.endTime().isAfter(clock.instant()))
                .sorted(comparing((CountedNight night) -> night.key().businessDate()).reversed())
                .toList();
    }

    private List<CountedNight> nights(Policy policy, List<LocalDate> dates) {
        return nights.find(policy.getProduct(), dates).stream()
                .filter(night -> night.key().region().equals(policy.getRegion()))
                .toList();
    }

    private Stream<NightToPlay> playable(CountedNight night) {
        Optional<NightStates> kept = kept(night);
        return problem(night, kept).isPresent()
                ? Stream.empty()
                : kept.map(states -> toPlay(night, states)).stream();
    }

    private Optional<NightStates> kept(CountedNight night) {
        return states.find(night.key().id())
                .map(Versioned::value)
                .filter(all -> all.getCallsCount() > 0);
    }

    private Optional<Refusal> problem(CountedNight night, Optional<NightStates> kept) {
        Instant complete = night.endTime().plus(settle);
        if (clock.instant().isBefore(complete)) {
            return Optional.of(
                    notPlayable(
                            "business_date: " + night.key().businessDate(),
                            "a night whose drives have ended and are known; this one is complete at "
                                    + complete));
        }
        Duration window = Duration.between(night.beginTime(), night.endTime());
        if (!window.equals(Night.WINDOW_LENGTH)) {
            return Optional.of(
                    notPlayable(
                            "window: " + window.toMinutes() + " minutes",
                            Night.WINDOW_LENGTH.toMinutes() + ", as all nights of the model"));
        }
        if (night.counts().shifts().begun() == 0) {
            return Optional.of(notPlayable("shifts: 0", "at least 1"));
        }
        return kept.isPresent()
                ? Optional.empty()
                : Optional.of(
                        notPlayable(
                                "calls of "
                                        + night.key().businessDate()
                                        + " of which time and place are kept: 0",
                                "at least 1"));
    }

    private static Refusal notPlayable(String offending, String expected) {
        return new Refusal(ErrorReason.ERROR_REASON_NIGHT_NOT_PLAYABLE, offending, expected);
    }

    private NightToPlay toPlay(CountedNight night, NightStates kept) {
        RecordedNight whole = rebuilt.of(kept);
        int all = whole.requests().size();
        NightSize size =
                NightSize.of(night.key().businessDate(), all, night.counts().shifts().begun());
        Map<LeftOutReason, Long> leftOut = new EnumMap<>(LeftOutReason.class);
        put(
                leftOut,
                LeftOutReason.LEFT_OUT_REASON_NOT_KEPT,
                night.counts().calls().requested() - all);
        put(leftOut, LeftOutReason.LEFT_OUT_REASON_TOO_MANY, all - size.calls());
        return NightToPlay.of(size, leftOut, evenly(whole, size.calls()), before(night.key()));
    }

    private static void put(Map<LeftOutReason, Long> leftOut, LeftOutReason reason, long calls) {
        if (calls > 0) {
            leftOut.put(reason, calls);
        }
    }

    /** With so many of its calls, from the whole night. */
    private static RecordedNight evenly(RecordedNight night, long calls) {
        int all = night.requests().size();
        List<RecordedNight.Request> chosen = new ArrayList<>();
        for (int number = 0; number < all; number++) {
            if ((number + 1) * calls / all > number * calls / all) {
                chosen.add(night.requests().get(number));
            }
        }
        return new RecordedNight(night.begin(), chosen, night.driveEnds());
    }

    private List<RecordedNight> before(RegionNight night) {
        List<String> ids =
                night.businessDate()
                        .minusDays(DAYS_BEFORE)
                        .datesUntil(night.businessDate())
                        .map(date -> new RegionNight(night.product(), night.region(), date).id())
                        .toList();
        return states.findAll(ids).stream()
                .map(Versioned::value)
                .filter(one -> one.getCallsCount() > 0)
                .sorted(comparing(NightStates::getBusinessDate))
                .map(rebuilt::of)
                .toList();
    }
}
