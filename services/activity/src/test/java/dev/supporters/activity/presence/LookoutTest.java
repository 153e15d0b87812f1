package dev.supporters.activity.presence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.InvalidProtocolBufferException;

import dev.supporters.activity.FixedConfig;
import dev.supporters.activity.adapter.mongo.PresenceMapper;
import dev.supporters.activity.presence.WorkStep.Standing;
import dev.supporters.platform.event.Envelope;
import dev.supporters.platform.event.Events;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.events.location.v1.LocationEvent;
import dev.supporters.testkit.InMemoryDocuments;
import dev.supporters.testkit.RecordingSender;
import dev.supporters.testkit.TestClock;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.OpenTelemetry;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

class LookoutTest {

    private static final DriverId DRIVER = new DriverId("1004550");
    private static final WorkId FRIDAY = new WorkId("1004550-driver-2026-11-20");
    private static final WorkId SATURDAY = new WorkId("1004550-driver-2026-11-21");
    private static final Instant START = TestClock.FRIDAY_NIGHT;

    private final TestClock clock = new TestClock(START);
    private final RecordingSender sender = new RecordingSender();
    private final InMemoryDocuments<Presence> documents =
            new InMemoryDocuments<>(new PresenceMapper());
    private final Thresholds thresholds = new Thresholds(new FixedConfig());
    private Lookout lookout = lookout();

    @Test
    void takesPositionsThatAreNewerThanAllBefore() {
        // When
        int first = report(0, 10, 5, 20);
        int second = report(20, 15, 21);

        // Then
        assertThat(first).isEqualTo(3);
        assertThat(second).isEqualTo(1);
        assertThat(sent()).extracting(event -> secondsOf(event)).containsExactly(0L, 10L, 20L, 21L);
    }

    @Test
    void tellsWhereAndWithinWhichWork() {
        // Given
        report(0);
        work(FRIDAY, 1, Standing.WORKING, 0);

        // When
        report(1);

        // Then
        LocationEvent told = sent().getLast();
        assertThat(told.getDriverId()).isEqualTo("1004550");
        assertThat(told.getWorkId()).isEqualTo(FRIDAY.value());
        assertThat(told.getReported().getLocation().getLat()).isEqualTo(37.5);
        assertThat(told.getReported().getLocation().getLng()).isEqualTo(127.0);
        assertThat(sent().getFirst().getWorkId()).isEmpty();
    }

    @Test
    void refusesWhatIsOutOfItsBounds() {
        refused(() -> lookout.report(DRIVER, List.of()), "positions: 0 positions");
        refused(
                () -> lookout.report(DRIVER, Collections.nCopies(101, position(0))),
                "positions: 101 positions");
        refused(() -> report(61), "positions.report_time: 2026-11-20T12:31:01Z");
        refused(() -> new Position(90.5, 0, START), "positions.location.lat: 90.5");
        refused(() -> new Position(0, Double.NaN, START), "positions.location.lng: NaN");
        assertThat(report(60)).isEqualTo(1);
    }

    @Test
    void takesAHundredPositionsAtOnce() {
        assertThat(report(IntStream.range(-100, 0).toArray())).isEqualTo(100);
    }

    @Test
    void whoIsSilentForTooLongIsUnreachableOnceFromTheThresholdOn() {
        // Given
        work(FRIDAY, 1, Standing.WORKING, 0);
        goTo(10);
        report(10);

        // When
        sweepAt(129);
        List<LocationEvent> before = told();
        sweepAt(131);
        sweepAt(140);

        // Then
        assertThat(before).isEmpty();
        assertThat(told()).containsExactly(unreachable(FRIDAY, 130));
    }

    @Test
    void theNextReportMakesReachable() {
        // Given
        work(FRIDAY, 1, Standing.WORKING, 0);
        sweepAt(121);

        // When
        goTo(300);
        report(300);
        sweepAt(301);
        sweepAt(302);

        // Then
        assertThat(told())
                .containsExactly(unreachable(FRIDAY, 120), reachable(FRIDAY.value(), 300));
    }

    @Test
    void ofManyReportsBeforeTheSweepTheFirstMakesReachable() {
        // Given
        work(FRIDAY, 1, Standing.WORKING, 0);
        sweepAt(121);

        // When
        goTo(300);
        report(300);
        goTo(310);
        report(310);
        sweepAt(311);

        // Then
        assertThat(told()).last().isEqualTo(reachable(FRIDAY.value(), 300));
    }

    @Test
    void isSilentAgainAfterAReport() {
        // Given
        work(FRIDAY, 1, Standing.WORKING, 0);
        sweepAt(121);
        goTo(300);
        report(300);
        sweepAt(301);

        // When
        sweepAt(421);

        // Then
        assertThat(told())
                .containsExactly(
                        unreachable(FRIDAY, 120),
                        reachable(FRIDAY.value(), 300),
                        unreachable(FRIDAY, 420));
    }

    @Test
    void aSilenceBetweenTwoSweepsIsToldToTheInstantAllTheSame() {
        // Given
        work(FRIDAY, 1, Standing.WORKING, 0);
        sweepAt(1);

        // When
        goTo(150);
        report(150);
        sweepAt(250);

        // Then
        assertThat(told())
                .containsExactly(unreachable(FRIDAY, 120), reachable(FRIDAY.value(), 150));
    }

    @Test
    void thePoliciesThresholdCounts() {
        // Given
        thresholds.put(Product.PRODUCT_DRIVER, "seoul", 2, Duration.ofMinutes(1));
        thresholds.put(Product.PRODUCT_DRIVER, "seoul", 1, Duration.ofMinutes(10));
        thresholds.put(Product.PRODUCT_DRIVER, "busan", 9, Duration.ofSeconds(10));
        work(FRIDAY, 1, Standing.WORKING, 0);

        // When
        sweepAt(70);

        // Then
        assertThat(told()).containsExactly(unreachable(FRIDAY, 60));
    }

    @Test
    void oldPositionsAreNoSignOfLife() {
        // Given
        work(FRIDAY, 1, Standing.WORKING, 0);
        report(5);

        // When
        goTo(100);
        report(5, 4);
        sweepAt(121);

        // Then
        assertThat(told()).containsExactly(unreachable(FRIDAY, 120));
    }

    @Test
    void anAppWhoseClockIsSlowIsHeardWhenItReports() {
        // Given
        work(FRIDAY, 1, Standing.WORKING, 0);

        // When
        goTo(100);
        report(-1000);
        sweepAt(130);

        // Then
        assertThat(told()).isEmpty();
    }

    @Test
    void whoIsNotAtWorkMayBeSilent() {
        // Given
        report(0);
        work(FRIDAY, 1, Standing.WORKING, 0);
        work(FRIDAY, 2, Standing.ENDED, 60);

        // When
        sweepAt(1000);

        // Then
        assertThat(told()).isEmpty();
    }

    @Test
    void whoRestsMayBeSilentAndIsHeardWithTheResume() {
        // Given
        work(FRIDAY, 1, Standing.WORKING, 0);
        work(FRIDAY, 2, Standing.RESTING, 60);
        sweepAt(1000);
        work(FRIDAY, 3, Standing.WORKING, 1000);

        // When
        sweepAt(1119);
        List<LocationEvent> before = told();
        sweepAt(1120);

        // Then
        assertThat(before).isEmpty();
        assertThat(told()).containsExactly(unreachable(FRIDAY, 1120));
    }

    @Test
    void theWindowsEndIsNoSignOfLifeAndTheLastDriveIsWatched() {
        // Given
        work(FRIDAY, 1, Standing.WORKING, 0);
        work(FRIDAY, 2, Standing.ENDING, 60);

        // When
        sweepAt(121);

        // Then
        assertThat(told()).containsExactly(unreachable(FRIDAY, 120));
    }

    @Test
    void aReportAfterTheWorkMakesReachableOutsideOfWork() {
        // Given
        work(FRIDAY, 1, Standing.WORKING, 0);
        sweepAt(121);
        work(FRIDAY, 2, Standing.ENDED, 200);
        sweepAt(201);

        // When
        goTo(300);
        report(300);
        sweepAt(301);

        // Then
        assertThat(told()).containsExactly(unreachable(FRIDAY, 120), reachable("", 300));
    }

    @Test
    void theNextBeginMakesReachable() {
        // Given
        work(FRIDAY, 1, Standing.WORKING, 0);
        sweepAt(121);
        work(FRIDAY, 2, Standing.ENDED, 200);

        // When
        goTo(90_000);
        work(SATURDAY, 1, Standing.WORKING, 90_000);
        sweepAt(90_001);

        // Then
        assertThat(told())
                .containsExactly(unreachable(FRIDAY, 120), reachable(SATURDAY.value(), 90_000));
    }

    @Test
    void whatTheWorkTopicTellsAgainChangesNothing() {
        // Given
        work(FRIDAY, 1, Standing.WORKING, 0);
        work(FRIDAY, 2, Standing.ENDED, 60);

        // When
        work(FRIDAY, 1, Standing.WORKING, 0);
        sweepAt(1000);

        // Then
        assertThat(told()).isEmpty();
    }

    @Test
    void afterARestartEveryDriverIsGrantedOneThreshold() {
        // Given
        work(FRIDAY, 1, Standing.WORKING, 0);
        goTo(50);
        report(50);
        sweepAt(51);

        // When
        goTo(500);
        lookout = lookout();
        work(FRIDAY, 1, Standing.WORKING, 0);
        sweepAt(619);
        List<LocationEvent> before = told();
        sweepAt(620);

        // Then
        assertThat(before).isEmpty();
        assertThat(told()).containsExactly(unreachable(FRIDAY, 620));
    }

    @Test
    void whoWasUnreachableStaysSoAfterARestartUntilAReport() {
        // Given
        work(FRIDAY, 1, Standing.WORKING, 0);
        sweepAt(121);
        goTo(500);
        lookout = lookout();
        work(FRIDAY, 1, Standing.WORKING, 0);

        // When
        sweepAt(501);
        sweepAt(700);
        List<LocationEvent> before = told();
        goTo(710);
        report(710);
        sweepAt(711);

        // Then
        assertThat(before).containsExactly(unreachable(FRIDAY, 120));
        assertThat(told())
                .containsExactly(unreachable(FRIDAY, 120), reachable(FRIDAY.value(), 710));
    }

    @Test
    void afterARestartOlderPositionsThanTheStoredOneAreNotTaken() {
        // Given
        work(FRIDAY, 1, Standing.WORKING, 0);
        goTo(50);
        report(50);
        sweep(31);
        lookout = lookout();
        work(FRIDAY, 1, Standing.WORKING, 0);
        sweep(1);

        // When
        int taken = report(40, 51);

        // Then
        assertThat(taken).isEqualTo(1);
    }

    @Test
    void twoProcessesSayItOnce() {
        // Given
        Lookout other = lookout();
        work(FRIDAY, 1, Standing.WORKING, 0);
        other.note(DRIVER, step(FRIDAY, 1, Standing.WORKING, 0));

        // When
        sweepAt(121);
        other.sweep();
        goTo(200);
        report(200);
        sweepAt(201);
        other.notePosition(DRIVER, at(200));
        other.sweep();

        // Then
        assertThat(told())
                .containsExactly(unreachable(FRIDAY, 120), reachable(FRIDAY.value(), 200));
    }

    @Test
    void aPositionThatAnotherProcessTookCounts() {
        // Given
        work(FRIDAY, 1, Standing.WORKING, 0);
        goTo(60);

        // When
        lookout.notePosition(DRIVER, at(60));
        sweepAt(179);

        // Then
        assertThat(told()).isEmpty();
        assertThat(report(60)).isZero();
    }

    @Test
    void aReportToThisProcessEndsASilenceThatAnotherTold() {
        // Given
        Lookout other = lookout();
        other.note(DRIVER, step(FRIDAY, 1, Standing.WORKING, 0));
        work(FRIDAY, 1, Standing.WORKING, 0);
        goTo(121);
        other.sweep();
        lookout.noteUnreachable(DRIVER, FRIDAY, at(120));

        // When
        goTo(150);
        report(150);
        sweepAt(151);

        // Then
        assertThat(told())
                .containsExactly(unreachable(FRIDAY, 120), reachable(FRIDAY.value(), 150));
    }

    @Test
    void anEchoOfAnOlderReturnDoesNotEndANewerSilence() {
        // Given
        work(FRIDAY, 1, Standing.WORKING, 0);
        sweepAt(121);
        goTo(130);
        report(130);
        sweepAt(131);
        sweepAt(251);

        // When
        lookout.noteReachable(DRIVER, at(130));
        goTo(300);
        report(300);
        sweepAt(301);

        // Then
        assertThat(told()).last().isEqualTo(reachable(FRIDAY.value(), 300));
        assertThat(told()).hasSize(4);
    }

    @Test
    void reportsAreStoredAtMostEveryThirtySweeps() {
        // Given
        work(FRIDAY, 1, Standing.WORKING, 0);

        // When
        for (int second = 1; second <= 95; second++) {
            goTo(second);
            report(second);
            lookout.sweep();
        }

        // Then
        assertThat(documents.find("1004550").orElseThrow().version()).isEqualTo(3);
        assertThat(documents.find("1004550").orElseThrow().value())
                .isEqualTo(new Presence.Reachable(FRIDAY, at(91), at(91)));
    }

    @Test
    void whoIsNotAtWorkIsNotStored() {
        // When
        report(1);
        sweep(60);

        // Then
        assertThat(documents.find("1004550")).isEmpty();
    }

    private Lookout lookout() {
        Events events =
                new Events(
                        sender,
                        OpenTelemetry.noop().getTracer("test"),
                        new SimpleMeterRegistry(),
                        clock,
                        "");
        return new Lookout(new Presences(documents), thresholds, events, clock, new FixedConfig());
    }

    private int report(int... seconds) {
        return lookout.report(
                DRIVER, IntStream.of(seconds).mapToObj(LookoutTest::position).toList());
    }

    private void work(WorkId workId, long version, Standing standing, int second) {
        lookout.note(DRIVER, step(workId, version, standing, second));
    }

    private void goTo(int second) {
        clock.set(at(second));
    }

    private void sweepAt(int second) {
        goTo(second);
        lookout.sweep();
    }

    private void sweep(int times) {
        IntStream.range(0, times).forEach(each -> lookout.sweep());
    }

    private List<LocationEvent> sent() {
        return sender.sent().stream().map(LookoutTest::parsed).toList();
    }

    private List<LocationEvent> told() {
        return documents.published().stream()
                .map(event -> (LocationEvent) event.payload())
                .toList();
    }

    private static LocationEvent parsed(Envelope envelope) {
        try {
            return LocationEvent.parseFrom(envelope.payload());
        } catch (InvalidProtocolBufferException e) {
            throw new AssertionError(e);
        }
    }

    private static LocationEvent unreachable(WorkId workId, int second) {
        return (LocationEvent)
                PresenceEvents.unreachable(
                                DRIVER,
                                new Silence(workId, at(second), at(0), false, Optional.empty()))
                        .payload();
    }

    private static LocationEvent reachable(String workId, int second) {
        return (LocationEvent) PresenceEvents.reachable(DRIVER, workId, at(second)).payload();
    }

    private static long secondsOf(LocationEvent event) {
        return Duration.between(START, Timestamps.instant(event.getEventTime())).toSeconds();
    }

    private static WorkStep step(WorkId workId, long version, Standing standing, int second) {
        return new WorkStep(workId, Product.PRODUCT_DRIVER, "seoul", version, standing, at(second));
    }

    private static Position position(int second) {
        return new Position(37.5, 127.0, at(second));
    }

    private static Instant at(int second) {
        return START.plusSeconds(second);
    }

    private static void refused(ThrowingCallable call, String offending) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.offending()).isEqualTo(offending));
    }
}
