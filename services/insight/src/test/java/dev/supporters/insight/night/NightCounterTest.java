package dev.supporters.insight.night;

import static dev.supporters.insight.SampleNight.BEGIN;
import static dev.supporters.insight.SampleNight.DRIVER;
import static dev.supporters.insight.SampleNight.FRIDAY;
import static dev.supporters.insight.SampleNight.at;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.supporters.contract.Position;
import dev.supporters.dispatch.forecast.DemandCells;
import dev.supporters.insight.SampleNight;
import dev.supporters.insight.night.NightCounts.CallTotals;
import dev.supporters.insight.night.NightCounts.CommandCounts;
import dev.supporters.insight.night.NightCounts.MemberCounts;
import dev.supporters.insight.night.NightCounts.StepCounts;
import dev.supporters.insight.region.NightRegions;
import dev.supporters.proto.call.v1.CallState;
import dev.supporters.proto.common.v1.DispatchPath;
import dev.supporters.proto.driver.v1.ActivityMode;
import dev.supporters.proto.events.activity.v1.ActivityEvent;
import dev.supporters.proto.events.call.v1.CallEvent;
import dev.supporters.proto.events.work.v1.WorkEvent;
import dev.supporters.proto.events.zone.v1.ZoneEvent;
import dev.supporters.testkit.TestClock;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;

class NightCounterTest {

    private static final Instant NOW = at(60);
    private static final Instant SINCE = NOW.minus(Duration.ofHours(36));
    private static final RegionNight SEOUL = new RegionNight(DRIVER, "seoul", FRIDAY);

    /** What a process has in memory. */
    private static final class Process {

        private final NightRegions regions = new NightRegions(new TestClock(NOW));
        private final NightCalls calls = new NightCalls();
        private final NightCommands commands = new NightCommands();
        private final NightShifts shifts = new NightShifts();
        private final NightMembers members = new NightMembers();
        private final NightZones zones = new NightZones();
        private final NightCounter counter =
                new NightCounter(regions, calls, commands, shifts, members, zones);

        private Process() {
            regions.put(SampleNight.seoul());
        }

        private void hear(Object event) {
            boolean known =
                    switch (event) {
                        case CallEvent call -> calls.apply(call);
                        case ActivityEvent activity -> commands.apply(activity);
                        case WorkEvent work -> shifts.apply(work);
                        case ZoneEvent planned -> zones.apply(planned);
                        default -> throw new IllegalArgumentException(event.toString());
                    };
            assertThat(known).isTrue();
        }

        private NightCounts seoul() {
            return counter.count(SINCE, NOW).stream()
                    .filter(night -> night.key().equals(SEOUL))
                    .map(CountedNight::counts)
                    .findFirst()
                    .orElse(NightCounts.NONE);
        }
    }

    private final Process process = new Process();

    /** Two supporters; one call is driven, one is cancelled after it was accepted, one goes to general dispatch. */
    private static List<Object> night() {
        return List.of(
                SampleNight.begun("7", at(0)),
                SampleNight.rested("7", 2, at(20)),
                SampleNight.resumed("7", 3, at(30)),
                SampleNight.begun("8", at(0)),
                SampleNight.ended("8", 2, at(30)),
                SampleNight.requested("1", at(1)),
                SampleNight.accepted("1", "7", at(2), true),
                SampleNight.arrived("1", "7", at(8)),
                SampleNight.completed("1", "7", at(18)),
                SampleNight.ended(
                        "1",
                        at(18),
                        CallState.CALL_STATE_COMPLETED,
                        DispatchPath.DISPATCH_PATH_SUPPORTERS),
                SampleNight.requested("2", at(3)),
                SampleNight.accepted("2", "8", at(4), false),
                SampleNight.cancelled("2", "8", at(5), true),
                SampleNight.ended(
                        "2",
                        at(5),
                        CallState.CALL_STATE_CANCELLED,
                        DispatchPath.DISPATCH_PATH_SUPPORTERS),
                SampleNight.requested("3", at(6)),
                SampleNight.general("3", at(6), "OUTSIDE_ZONE"),
                SampleNight.ended(
                        "3",
                        at(40),
                        CallState.CALL_STATE_COMPLETED,
                        DispatchPath.DISPATCH_PATH_GENERAL),
                SampleNight.requested("4", at(59)));
    }

    @Test
    void countsCallsCommandsAndShifts() {
        // Given
        process.members.apply(SampleNight.member("7", ActivityMode.ACTIVITY_MODE_ON));
        process.members.apply(SampleNight.member("9", ActivityMode.ACTIVITY_MODE_ON));
        process.members.apply(SampleNight.member("10", ActivityMode.ACTIVITY_MODE_OFF));
        night().forEach(process::hear);

        // When
        NightCounts counts = process.seoul();

        // Then
        List<StepCounts> steps = new ArrayList<>(Collections.nCopies(12, StepCounts.NONE));
        steps.set(0, new StepCounts(2, 1));
        steps.set(1, new StepCounts(1, 0));
        steps.set(11, new StepCounts(1, 0));
        assertThat(counts.calls()).isEqualTo(new CallTotals(4, 3, 2, 1, 1, 3, steps));
        assertThat(counts.commands())
                .isEqualTo(new CommandCounts(2, 1, 1, 1, Histogram.of(.5, List.of(6.0))));
        assertThat(counts.shifts().begun()).isEqualTo(2);
        assertThat(counts.shifts().members()).contains(new MemberCounts(2, 3));
        assertThat(counts.shifts().paidMinutes()).isEqualTo(50 + 30);
        assertThat(counts.shifts().wages()).isEqualTo(Map.of("KRW", 11_667L + 7_000));
        assertThat(counts.shifts().tripRates())
                .isEqualTo(Histogram.of(.05, List.of(60 / 50.0, 0.0)));
    }

    @Test
    void countsByTheCellWhereTheCustomerWaitedAndWhereTheShiftBegan() {
        // Given
        night().forEach(process::hear);
        process.hear(SampleNight.requested("5", at(50), "37.6"));

        // When
        NightCounts counts = process.seoul();

        // Then
        DemandCells cells = new DemandCells();
        assertThat(counts.cells())
                .isEqualTo(
                        Map.of(
                                cells.cell(new Position(37.5, 127)),
                                new CellCounts(4, 3, 2, 1, 1, 3, 2),
                                cells.cell(new Position(37.6, 127)),
                                new CellCounts(1, 0, 0, 0, 0, 1, 0)));
    }

    @Test
    void eventsThatComeTwiceChangeNothing() {
        // Given
        night().forEach(process::hear);
        NightCounts once = process.seoul();

        // When
        night().forEach(process::hear);

        // Then
        assertThat(process.seoul()).isEqualTo(once);
    }

    @Test
    void inWhicheverOrderEventsComeTheCountsAreTheSame() {
        // Given
        night().forEach(process::hear);
        NightCounts inOrder = process.seoul();

        for (int seed = 0; seed < 50; seed++) {
            List<Object> mixed = new ArrayList<>(night());
            Collections.shuffle(mixed, new Random(seed));
            Process other = new Process();

            // When
            mixed.forEach(other::hear);

            // Then
            assertThat(other.seoul()).as("seed %d", seed).isEqualTo(inOrder);
        }
    }

    @Test
    void whatComesLateIsCountedInItsNight() {
        // Given
        process.hear(SampleNight.requested("1", at(1)));
        assertThat(process.seoul().calls().ended()).isZero();

        // When
        process.hear(
                SampleNight.ended(
                        "1",
                        at(18),
                        CallState.CALL_STATE_COMPLETED,
                        DispatchPath.DISPATCH_PATH_SUPPORTERS));

        // Then
        assertThat(process.seoul().calls().bySupporters()).isOne();
    }

    @Test
    void aCallAfterMidnightBelongsToTheDateOnWhichTheWindowBegan() {
        // Given
        process.hear(SampleNight.requested("1", at(-24 * 60 + 239)));
        process.hear(SampleNight.requested("2", at(1)));

        // When
        List<CountedNight> nights = process.counter.count(SINCE, NOW);

        // Then
        assertThat(nights)
                .extracting(night -> night.key().businessDate())
                .containsExactlyInAnyOrder(FRIDAY, LocalDate.parse("2026-11-19"));
        assertThat(nights)
                .allSatisfy(night -> {
                    assertThat(night.counts().calls().requested()).isOne();
                    assertThat(night.endTime())
                            .isEqualTo(night.beginTime().plus(Duration.ofHours(4)));
                });
    }

    @Test
    void callsOutsideOfEveryWindowAndRegionAreNotCounted() {
        // Given
        process.hear(SampleNight.requested("1", BEGIN.minusSeconds(1)));
        process.hear(SampleNight.requested("2", at(1), "33.5"));
        process.hear(
                SampleNight.ended(
                        "3",
                        at(5),
                        CallState.CALL_STATE_CANCELLED,
                        DispatchPath.DISPATCH_PATH_SUPPORTERS));

        // Then
        assertThat(process.counter.count(SINCE, NOW)).isEmpty();
    }

    @Test
    void aCallBelongsToTheSmallestRegionAroundIt() {
        // Given
        process.regions.put(SampleNight.policy("gangnam", 37.45, 37.55));
        process.hear(SampleNight.requested("1", at(1)));
        process.hear(SampleNight.requested("2", at(1), "37.3"));

        // Then
        assertThat(process.counter.count(SINCE, NOW))
                .extracting(
                        night -> night.key().region(), night -> night.counts().calls().requested())
                .containsExactlyInAnyOrder(tuple("gangnam", 1L), tuple("seoul", 1L));
    }

    @Test
    void aNightThatBeganBeforeTheEventsThatAreKnownIsNotCounted() {
        // Given
        night().forEach(process::hear);

        // When
        List<CountedNight> later = process.counter.count(BEGIN.plusSeconds(1), at(36 * 60));

        // Then
        assertThat(later).isEmpty();
    }

    @Test
    void aShiftWhoseBeginIsNotKnownIsNotPaidYet() {
        // Given
        process.hear(SampleNight.rested("7", 2, at(20)));

        // When
        NightCounts counts = process.seoul();

        // Then
        assertThat(counts.shifts().begun()).isZero();
        assertThat(counts.shifts().paidMinutes()).isZero();
    }

    @Test
    void aSecondThatHasBegunMakesAMinutePaid() {
        // Given
        process.hear(SampleNight.begun("7", at(0)));
        process.hear(SampleNight.ended("7", 2, at(10).plusMillis(1)));

        // Then
        assertThat(process.seoul().shifts().paidMinutes()).isEqualTo(11);
    }

    @Test
    void anOlderProfileOfADriverChangesNoMembership() {
        // Given
        NightMembers members = process.members;
        members.apply(SampleNight.member("7", ActivityMode.ACTIVITY_MODE_ON, 3));

        // When
        members.apply(SampleNight.member("7", ActivityMode.ACTIVITY_MODE_OFF, 2));

        // Then
        assertThat(members.active(DRIVER, "seoul")).containsExactly("7");
        assertThat(members.active(DRIVER, "busan")).isEmpty();
    }

    /** A zone in the north that becomes one in the south; a call in each while the first plan is valid, and one in the south after it. */
    private static List<Object> zonedNight() {
        return List.of(
                SampleNight.zones("1", at(0), 37.6),
                SampleNight.begunIn("1", "7", at(1)),
                SampleNight.requested("1", at(2), "37.6"),
                SampleNight.accepted("1", "7", at(3), true),
                SampleNight.arrived("1", "7", at(9)),
                SampleNight.completed("1", "7", at(19)),
                SampleNight.ended(
                        "1",
                        at(19),
                        CallState.CALL_STATE_COMPLETED,
                        DispatchPath.DISPATCH_PATH_SUPPORTERS),
                SampleNight.requested("2", at(2), "37.4"),
                SampleNight.general("2", at(2), "OUTSIDE_ZONE"),
                SampleNight.zones("2", at(4), 37.4),
                SampleNight.requested("3", at(5), "37.4"),
                SampleNight.accepted("3", "7", at(21), false),
                SampleNight.cancelled("3", "7", at(23), true),
                SampleNight.ended(
                        "3",
                        at(23),
                        CallState.CALL_STATE_CANCELLED,
                        DispatchPath.DISPATCH_PATH_SUPPORTERS));
    }

    @Test
    void aCallAndItsCommandCountInTheZoneOfTheRequestAndAShiftWhereItBegan() {
        // When
        zonedNight().forEach(process::hear);

        // Then
        Map<CountedArea, NightCounts> areas = process.seoul().areas();
        assertThat(areas)
                .containsOnlyKeys(
                        CountedArea.zone("1"), CountedArea.zone("2"), CountedArea.OUTSIDE_ZONES);
        NightCounts north = areas.get(CountedArea.zone("1"));
        assertThat(north.calls()).isEqualTo(new CallTotals(1, 1, 1, 1, 0, 1, List.of()));
        assertThat(north.commands().accepted()).isOne();
        assertThat(north.commands().pickupMinutes().mean()).hasValue(6);
        assertThat(north.shifts().begun()).isOne();
        assertThat(north.shifts().members()).isEmpty();
        assertThat(north.tripsPerPaidHour().orElseThrow()).isPositive();
        NightCounts south = areas.get(CountedArea.zone("2"));
        assertThat(south.calls().requested()).isOne();
        assertThat(south.calls().completed()).isZero();
        assertThat(south.cancellationAfterAssignmentRate()).hasValue(1);
        assertThat(south.shifts().begun()).isZero();
        assertThat(south.tripsPerPaidHour()).isEmpty();
        NightCounts outside = areas.get(CountedArea.OUTSIDE_ZONES);
        assertThat(outside.demandCoverage()).hasValue(0);
        assertThat(outside.commands().accepted()).isZero();
    }

    @Test
    void theDriveOfAShiftCountsForTheZoneWhereTheShiftBegan() {
        // Given
        process.hear(SampleNight.zones("2", at(4), 37.4));
        process.hear(SampleNight.begunIn("1", "7", at(1)));
        process.hear(SampleNight.requested("3", at(5), "37.4"));
        process.hear(SampleNight.accepted("3", "7", at(6), true));
        process.hear(SampleNight.completed("3", "7", at(20)));

        // When
        Map<CountedArea, NightCounts> areas = process.seoul().areas();

        // Then
        assertThat(areas.get(CountedArea.zone("2")).commands().accepted()).isOne();
        assertThat(areas.get(CountedArea.zone("2")).costPerCompletedCall()).isEmpty();
        assertThat(areas.get(CountedArea.zone("1")).commands().accepted()).isZero();
        assertThat(areas.get(CountedArea.zone("1")).costPerCompletedCall()).isPresent();
    }

    @Test
    void whileThereAreNoZonesAllBelongsToTheRegion() {
        // Given zones that were switched off, and a plan that is too old
        process.hear(SampleNight.noZones(at(0)));
        process.hear(SampleNight.begun("7", at(1)));
        process.hear(SampleNight.requested("1", at(2)));
        process.hear(SampleNight.zones("1", at(10), 37.5));
        process.hear(SampleNight.requested("2", at(16)));

        // When
        NightCounts counts = process.seoul();

        // Then
        assertThat(counts.areas()).containsOnlyKeys(CountedArea.REGION);
        NightCounts region = counts.areas().get(CountedArea.REGION);
        assertThat(region.calls().requested()).isEqualTo(counts.calls().requested()).isEqualTo(2);
        assertThat(region.shifts().begun()).isOne();
    }

    @Test
    void theZonesOfANightDependOnNoOrderAndNoRepetition() {
        // Given
        zonedNight().forEach(process::hear);
        NightCounts counted = process.seoul();

        for (int seed = 0; seed < 20; seed++) {
            // When
            List<Object> events = new ArrayList<>(zonedNight());
            events.addAll(zonedNight());
            Collections.shuffle(events, new Random(seed));
            Process other = new Process();
            events.forEach(other::hear);

            // Then
            assertThat(other.seoul()).as("seed %s", seed).isEqualTo(counted);
        }
    }

    @Test
    void aProcessThatKnowsNoZonesHasPlacedFewerCallsOfTheSameFacts() {
        // Given
        zonedNight().forEach(process::hear);
        Process other = new Process();

        // When
        zonedNight().stream().filter(event -> !(event instanceof ZoneEvent)).forEach(other::hear);

        // Then
        assertThat(other.seoul().facts()).isEqualTo(process.seoul().facts());
        assertThat(other.seoul().placedCalls()).isLessThan(process.seoul().placedCalls());
    }
}
