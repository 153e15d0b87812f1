package dev.supporters.insight.legacy;

import static dev.supporters.insight.SampleNight.DRIVER;
import static dev.supporters.insight.SampleNight.FRIDAY;
import static dev.supporters.insight.SampleNight.at;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.insight.InsightDefaults;
import dev.supporters.insight.SampleKeptNight;
import dev.supporters.insight.SampleNight;
import dev.supporters.insight.adapter.mongo.InsightStores;
import dev.supporters.insight.legacy.LegacyNight.InProgress;
import dev.supporters.insight.legacy.LegacyNight.NotPlayed;
import dev.supporters.insight.legacy.LegacyNight.Outcome;
import dev.supporters.insight.legacy.LegacyNight.Played;
import dev.supporters.insight.night.NightCounts;
import dev.supporters.insight.night.NightRepository;
import dev.supporters.insight.night.RegionNight;
import dev.supporters.insight.region.NightRegions;
import dev.supporters.platform.store.Change;
import dev.supporters.platform.store.Versioned;
import dev.supporters.proto.insight.v1.MissingLegacyReason;
import dev.supporters.proto.insight.v1.NightStates;
import dev.supporters.testkit.InMemoryAggregateStore;
import dev.supporters.testkit.Race;
import dev.supporters.testkit.TestClock;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

class LegacyNightServiceTest {

    private static final RegionNight NIGHT = new RegionNight(DRIVER, "seoul", FRIDAY);
    private static final int OVER = 240 + 30;
    private static final Duration AGAIN = Duration.ofMinutes(10);

    private final TestClock clock = new TestClock(at(OVER));
    private final NightRegions regions = new NightRegions(clock);
    private final NightRepository nights =
            InsightStores.repository(new InMemoryAggregateStore<>(InsightStores.NIGHTS));
    private final InMemoryAggregateStore<NightStates> states =
            new InMemoryAggregateStore<>(InsightStores.STATES);
    private final InMemoryAggregateStore<LegacyNight> kept =
            new InMemoryAggregateStore<>(InsightStores.LEGACY_NIGHTS);
    private final LegacyNightService service = process();

    @BeforeEach
    void begin() {
        regions.put(SampleNight.seoul());
    }

    @Test
    void aNightThatIsOverIsSimulatedWithItsCallsAndAsManyDrivers() {
        // Given
        night(120, 40, 1);

        // When
        service.play();

        // Then
        NightCounts counts = played();
        assertThat(counts.calls().requested()).isEqualTo(120);
        assertThat(counts.calls().ended()).isEqualTo(120);
        assertThat(counts.calls().general()).isEqualTo(120);
        assertThat(counts.calls().bySupporters()).isZero();
        assertThat(counts.shifts().begun()).isEqualTo(40);
        assertThat(counts.calls().completed()).isBetween(1L, 119L);
        assertThat(counts.commands().completed()).isEqualTo(counts.calls().completed());
        assertThat(counts.commands().accepted())
                .isEqualTo(counts.commands().completed() + counts.commands().cancelled());
        assertThat(counts.commands().pickupMinutes().mean().orElseThrow()).isBetween(2.0, 30.0);
        assertThat(counts.shifts().paidMinutes()).isBetween(1L, 40 * 300L);
    }

    @Test
    void theSameNightComesOutTheSameAndAnotherDateDiffers() {
        // Given
        night(120, 40, 1);
        service.play();
        NightCounts first = played();
        LegacyNightPlayer player = new LegacyNightPlayer();
        NightStates same = states.find(NIGHT.id()).orElseThrow().value();

        // When
        NightCounts again = player.play(NIGHT, same, 40);
        NightCounts other =
                player.play(new RegionNight(DRIVER, "seoul", FRIDAY.minusDays(1)), same, 40);

        // Then
        assertThat(again).isEqualTo(first);
        assertThat(other).isNotEqualTo(first);
    }

    @Test
    void moreDriversServeMoreCalls() {
        // Given
        night(200, 10, 1);
        service.play();
        long few = played().calls().completed();

        // When
        clock.advance(AGAIN);
        night(200, 100, 2);
        service.play();

        // Then
        assertThat(played().calls().completed()).isGreaterThan(few);
    }

    @Test
    void nothingIsSimulatedBeforeTheNightIsOverAndItsDrivesHaveEnded() {
        // Given
        clock.set(at(OVER - 1));
        night(20, 5, 1);

        // When
        service.play();

        // Then
        assertThat(kept.find(NIGHT.id())).isEmpty();
    }

    @Test
    void waitsUntilWhatBecameOfItsCallsIsKept() {
        // Given
        count(20, 5, 1, 240);
        service.play();
        assertThat(kept.find(NIGHT.id())).isEmpty();

        // When
        keepStates(20, 240);
        service.play();

        // Then
        assertThat(played().calls().requested()).isEqualTo(20);
    }

    @Test
    void aNightOfWhichMoreIsKnownIsSimulatedAgain() {
        // Given
        night(20, 5, 1);
        service.play();

        // When
        clock.advance(AGAIN);
        night(30, 5, 2);
        service.play();

        // Then
        assertThat(played().calls().requested()).isEqualTo(30);
    }

    @Test
    void aNightIsSimulatedOnce() {
        // Given
        night(20, 5, 1);
        service.play();
        Versioned<LegacyNight> first = kept.find(NIGHT.id()).orElseThrow();

        // When
        service.play();
        process().play();

        // Then
        assertThat(kept.find(NIGHT.id())).contains(first);
    }

    @Test
    void ofProcessesThatLookAtTheSameTimeOneSimulates() {
        // Given
        night(20, 5, 1);
        List<Callable<Boolean>> processes =
                IntStream.range(0, 4)
                        .mapToObj(number -> process())
                        .map(process ->
                                (Callable<Boolean>)
                                        () -> {
                                            process.play();
                                            return true;
                                        })
                        .toList();

        // When
        Race.run(processes);

        // Then: taken once, and played once
        assertThat(kept.find(NIGHT.id()).orElseThrow().version()).isEqualTo(2);
        assertThat(played().calls().requested()).isEqualTo(20);
    }

    @Test
    void whatAProcessLeftBehindAnotherOneSimulatesAfterItsLease() {
        // Given
        night(20, 5, 1);
        Instant until = at(OVER + 5);
        kept.change(
                NIGHT.id(),
                "",
                (current, version) ->
                        Optional.of(
                                Change.to(
                                        new LegacyNight(
                                                NIGHT,
                                                at(240),
                                                new LegacyNight.Size(20, 5),
                                                new InProgress(until)))));
        service.play();
        assertThat(outcome()).isEqualTo(new InProgress(until));

        // When
        clock.set(until);
        service.play();

        // Then
        assertThat(played().calls().requested()).isEqualTo(20);
    }

    @Test
    void saysWhyANightCannotBeSimulated() {
        // Given
        record Size(int calls, int supporters, int minutes) {}
        Map<Size, MissingLegacyReason> reasons =
                Map.of(
                        new Size(0, 5, 240),
                        MissingLegacyReason.MISSING_LEGACY_REASON_NO_CALLS,
                        new Size(20, 0, 240),
                        MissingLegacyReason.MISSING_LEGACY_REASON_NO_SUPPORTERS,
                        new Size(5_001, 5, 240),
                        MissingLegacyReason.MISSING_LEGACY_REASON_TOO_LARGE,
                        new Size(20, 2_001, 240),
                        MissingLegacyReason.MISSING_LEGACY_REASON_TOO_LARGE,
                        new Size(20, 5, 180),
                        MissingLegacyReason.MISSING_LEGACY_REASON_OTHER_WINDOW);
        int facts = 0;
        for (Map.Entry<Size, MissingLegacyReason> reason : reasons.entrySet()) {
            Size size = reason.getKey();
            count(size.calls(), size.supporters(), ++facts, size.minutes());
            clock.advance(AGAIN);

            // When
            service.play();

            // Then
            assertThat(outcome()).as("%s", size).isEqualTo(new NotPlayed(reason.getValue()));
        }
    }

    private NightCounts played() {
        return ((Played) outcome()).counts();
    }

    private Outcome outcome() {
        return kept.find(NIGHT.id()).orElseThrow().value().outcome();
    }

    private LegacyNightService process() {
        return new LegacyNightService(regions, nights, states, kept, clock, new InsightDefaults());
    }

    private void night(int calls, int supporters, int facts) {
        count(calls, supporters, facts, 240);
        keepStates(calls, 240);
    }

    /** The more facts, the newer the count. */
    private void count(int calls, int supporters, int facts, int minutes) {
        nights.put(
                SampleKeptNight.counted(
                        NIGHT, calls, supporters, facts, Duration.ofMinutes(minutes)));
    }

    private void keepStates(int calls, int minutes) {
        NightStates night = SampleKeptNight.kept(NIGHT, calls, Duration.ofMinutes(minutes));
        states.change(NIGHT.id(), "", (current, version) -> Optional.of(Change.to(night)));
    }
}
