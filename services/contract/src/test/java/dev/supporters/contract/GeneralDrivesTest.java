package dev.supporters.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.call.v1.CallState;
import dev.supporters.proto.common.v1.DispatchPath;
import dev.supporters.proto.events.call.v1.CallEvent;
import dev.supporters.proto.events.call.v1.CallProgressed;
import dev.supporters.testkit.GeneralCallEvents;
import dev.supporters.testkit.Race;
import dev.supporters.testkit.TestClock;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

class GeneralDrivesTest {

    private static final DriverId KIM = new DriverId("1004550");
    private static final DriverId LEE = new DriverId("1004551");
    private static final CallId CALL = new CallId("17");

    private final TestClock clock = new TestClock();
    private final GeneralDrives general = new GeneralDrives(clock);

    @Test
    void whoHasTakenACallHasItUntilItEnds() {
        assertThat(general.of(KIM)).isEmpty();
        general.apply(taken("17", KIM, 2), clock.instant());
        assertThat(general.of(KIM)).contains(CALL);
        assertThat(general.of(LEE)).isEmpty();

        general.apply(progressed("17", KIM, 3, CallState.CALL_STATE_DRIVING), clock.instant());
        assertThat(general.of(KIM)).contains(CALL);
        general.apply(ended("17", 4), clock.instant());

        assertThat(general.of(KIM)).isEmpty();
    }

    @Test
    void whoGivesItBackHasNoneAndWhoTakesItThenHasOne() {
        general.apply(taken("17", KIM, 2), clock.instant());
        general.apply(progressed("17", "", 3, CallState.CALL_STATE_GENERAL), clock.instant());
        assertThat(general.of(KIM)).isEmpty();

        general.apply(taken("17", LEE, 4), clock.instant());

        assertThat(general.of(LEE)).contains(CALL);
    }

    @Test
    void oneThatComesDirectlyToAnotherDriverIsNoLongerThatOfTheFirst() {
        general.apply(taken("17", KIM, 2), clock.instant());

        general.apply(taken("17", LEE, 3), clock.instant());

        assertThat(general.of(KIM)).isEmpty();
        assertThat(general.of(LEE)).contains(CALL);
    }

    @Test
    void whatIsToldTwiceOrInAnotherOrderSaysNothingNew() {
        general.apply(taken("17", KIM, 2), clock.instant());
        general.apply(taken("17", KIM, 2), clock.instant());
        general.apply(ended("17", 3), clock.instant());

        general.apply(taken("17", KIM, 2), clock.instant());

        assertThat(general.of(KIM)).isEmpty();
    }

    @Test
    void whoHasTwoHasOneStillWhenTheFirstEnds() {
        general.apply(taken("17", KIM, 2), clock.instant());
        general.apply(taken("18", KIM, 2), clock.instant());

        general.apply(ended("17", 3), clock.instant());

        assertThat(general.of(KIM)).contains(new CallId("18"));
    }

    @Test
    void aCallOfSupportersIsNoneOfGeneralDispatch() {
        general.apply(
                CallEvent.newBuilder()
                        .setCallId("17")
                        .setVersion(2)
                        .setEventTime(Timestamps.of(clock.instant()))
                        .setState(CallState.CALL_STATE_DRIVING)
                        .setDriverId(KIM.value())
                        .setProgressed(
                                CallProgressed.newBuilder()
                                        .setPath(DispatchPath.DISPATCH_PATH_SUPPORTERS))
                        .build(),
                clock.instant());

        assertThat(general.of(KIM)).isEmpty();
    }

    @Test
    void oneWhoseEndNobodyHeardOfKeepsNobodyForEver() {
        general.apply(taken("17", KIM, 2), clock.instant());

        clock.advance(GeneralDrives.LONGEST.minusSeconds(1));
        assertThat(general.of(KIM)).contains(CALL);
        clock.advance(Duration.ofSeconds(1));

        assertThat(general.of(KIM)).isEmpty();
    }

    /** Its clock is not ours: hours ahead it would keep a driver from work for as long. */
    @Test
    void howLongACallCountsIsByOurClockAndNotByTheLegacySystems() {
        Instant ahead = clock.instant().plus(Duration.ofHours(9));

        general.apply(GeneralCallEvents.taken("17", KIM.value(), 2, ahead), clock.instant());

        clock.advance(GeneralDrives.LONGEST);
        assertThat(general.of(KIM)).isEmpty();
    }

    /** Calls are told at the same time, each in its order. */
    @RepeatedTest(10)
    void manyCallsAtOnceLeaveNothingBehind() {
        Race.run(
                IntStream.range(0, 16)
                        .<Callable<Boolean>>mapToObj(i ->
                                () -> {
                                    String call = "call-" + i;
                                    List.of(
                                                    taken(call, KIM, 1),
                                                    progressed(
                                                            call,
                                                            KIM,
                                                            2,
                                                            CallState.CALL_STATE_ARRIVED),
                                                    ended(call, 3))
                                            .forEach(
                                                    event -> general.apply(event, clock.instant()));
                                    return true;
                                })
                        .toList());

        assertThat(general.of(KIM)).isEmpty();
    }

    private CallEvent taken(String call, DriverId driver, long version) {
        return GeneralCallEvents.taken(call, driver.value(), version, clock.instant());
    }

    private CallEvent progressed(String call, DriverId driver, long version, CallState state) {
        return progressed(call, driver.value(), version, state);
    }

    private CallEvent progressed(String call, String driver, long version, CallState state) {
        return GeneralCallEvents.progressed(call, driver, version, state, clock.instant());
    }

    private CallEvent ended(String call, long version) {
        return GeneralCallEvents.completed(call, KIM.value(), version, clock.instant());
    }
}
