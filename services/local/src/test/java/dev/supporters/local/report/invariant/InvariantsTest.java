package dev.supporters.local.report.invariant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.local.report.Told;
import dev.supporters.proto.call.v1.CallState;
import dev.supporters.proto.common.v1.CancellationReason;
import dev.supporters.proto.common.v1.DispatchPath;
import dev.supporters.proto.settlement.v1.TimeClass;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;

class InvariantsTest {

    static List<Invariant> all() {
        return Invariant.all();
    }

    @ParameterizedTest
    @MethodSource("all")
    void passACleanNight(Invariant invariant) {
        assertThat(invariant.violations(Told.cleanNight().input())).isEmpty();
    }

    @Test
    void findADriverWithTwoEngagements() {
        Told told =
                Told.cleanNight()
                        .commanded("k8", "c8", "d", 1_100)
                        .commanded("k9", "c9", "d", 1_101);
        assertThat(new DriverWithTwoEngagements().violations(told.input()))
                .containsExactly("driver d has commands [k8, k9]");
    }

    @Test
    void findACallWithTwoSupporters() {
        Told told =
                Told.cleanNight()
                        .commanded("k8", "c8", "e", 1_100)
                        .commanded("k9", "c8", "f", 1_101);
        assertThat(new CallWithTwoDrivers().violations(told.input()))
                .containsExactly("call c8 has drivers e and f");
    }

    @Test
    void acceptANextSupporterAfterARefusalAtTheSameMoment() {
        Told told =
                Told.cleanNight()
                        .commanded("k8", "c8", "e", 1_100)
                        .commanded("k9", "c8", "f", 1_101)
                        .refused("k8", "c8", "e", 1_101);
        assertThat(new CallWithTwoDrivers().violations(told.input())).isEmpty();
    }

    @Test
    void findACallWithASupporterAndACommissionDriver() {
        Told told = Told.cleanNight().legacyCall("c1", "picked_up", "x", true);
        assertThat(new CallWithTwoDrivers().violations(told.input()))
                .containsExactly("call c1 has supporter d and commission driver x");
    }

    @Test
    void findCallsWithoutAnEnd() {
        Told told =
                Told.cleanNight()
                        .requested("c7", 1_100)
                        .legacyCall("c8", "taken", "x", false)
                        .legacyCall("c6", "unserved", "", false)
                        .knownToCustomer("c9");
        assertThat(new CallWithoutEnd().violations(told.input()))
                .containsExactly(
                        "call c7 has 0 ends",
                        "call c8 is taken at the legacy system",
                        "call c9 is known to its customer only");
    }

    @Test
    void findACallWithTwoEnds() {
        Told told =
                Told.cleanNight()
                        .ended(
                                "c1",
                                CallState.CALL_STATE_CANCELLED,
                                DispatchPath.DISPATCH_PATH_SUPPORTERS,
                                500);
        assertThat(new CallWithoutEnd().violations(told.input()))
                .containsExactly("call c1 has 2 ends");
    }

    @Test
    void findADestinationSeenBeforeAcceptance() {
        assertThat(
                        new DestinationSeenBeforeAcceptance()
                                .violations(Told.cleanNight().saw("c1", "d", 14).input()))
                .hasSize(1);
        assertThat(
                        new DestinationSeenBeforeAcceptance()
                                .violations(Told.cleanNight().saw("c3", "d", 501).input()))
                .hasSize(1);
        assertThat(
                        new DestinationSeenBeforeAcceptance()
                                .violations(Told.cleanNight().saw("c1", "e", 300).input()))
                .hasSize(1);
    }

    @Test
    void findACommandWithoutOutcome() {
        assertThat(
                        new CommandWithoutOneOutcome()
                                .violations(
                                        Told.cleanNight()
                                                .commanded("k9", "c9", "d", 1_100)
                                                .input()))
                .containsExactly("command k9 was given 1 times and has outcomes []");
    }

    @Test
    void findACommandWithTwoOutcomes() {
        assertThat(
                        new CommandWithoutOneOutcome()
                                .violations(Told.cleanNight().refused("k1", "c1", "d", 16).input()))
                .containsExactly(
                        "command k1 was given 1 times and has outcomes"
                                + " [ACTION_NAME_CALL_ACCEPTED, ACTION_NAME_CALL_REFUSED]");
    }

    @Test
    void acceptACancellationAfterAcceptance() {
        Told told =
                Told.cleanNight()
                        .commanded("k9", "c9", "d", 1_100)
                        .accepted("k9", "c9", "d", 1_105, false)
                        .cancelled(
                                "k9",
                                "c9",
                                "d",
                                1_200,
                                CancellationReason.CANCELLATION_REASON_CUSTOMER,
                                true);
        assertThat(new CommandWithoutOneOutcome().violations(told.input())).isEmpty();
    }

    @Test
    void findLostAndDoubledSeconds() {
        assertThat(
                        new SecondCountedTwiceOrLost()
                                .violations(
                                        Told.cleanNight()
                                                .posted(
                                                        "work",
                                                        "d",
                                                        TimeClass.TIME_CLASS_WAITING,
                                                        1)
                                                .input()))
                .containsExactly("work work has 1000 s, its ledger 1001 s");
        assertThat(
                        new SecondCountedTwiceOrLost()
                                .violations(
                                        Told.cleanNight()
                                                .begun("w2", "e", 0)
                                                .endedWork("w2", "e", 60)
                                                .input()))
                .containsExactly("work w2 has 60 s, its ledger 0 s");
        assertThat(
                        new SecondCountedTwiceOrLost()
                                .violations(Told.cleanNight().begun("w2", "e", 0).input()))
                .containsExactly("work w2 has no end");
    }

    @Test
    void findWorksBesideEachOtherAndWrongRounding() {
        Told beside =
                Told.cleanNight()
                        .begun("w2", "d", 900)
                        .endedWork("w2", "d", 960)
                        .posted("w2", "d", TimeClass.TIME_CLASS_WAITING, 60);
        assertThat(new SecondCountedTwiceOrLost().violations(beside.input()))
                .containsExactly("work w2 begins before the one before has ended");
        assertThat(
                        new SecondCountedTwiceOrLost()
                                .violations(
                                        Told.cleanNight()
                                                .statement("work", 1_000, 17, 14_000, 3_967, true)
                                                .input()))
                .isEmpty();
        assertThat(
                        new SecondCountedTwiceOrLost()
                                .violations(
                                        Told.cleanNight()
                                                .statement("work", 1_000, 16, 14_000, 3_734, true)
                                                .input()))
                .containsExactly(
                        "work work is paid 1000 s, 16 min, 3734 (expected: 1000 s, 17 min, 3967)");
    }

    @Test
    void findALedgerUnlikeItsRecomputation() {
        Told told =
                Told.cleanNight()
                        .posted("work", "d", TimeClass.TIME_CLASS_DRIVING, 10)
                        .posted("work", "d", TimeClass.TIME_CLASS_WAITING, -10);
        assertThat(new LedgerUnlikeRecomputation().violations(told.input())).hasSize(1);
        assertThat(
                        new LedgerUnlikeRecomputation()
                                .violations(
                                        Told.cleanNight()
                                                .statement("work", 1_000, 17, 14_000, 3_967, false)
                                                .input()))
                .containsExactly("work work: settlement recomputes it otherwise");
        assertThat(
                        new LedgerUnlikeRecomputation()
                                .violations(
                                        Told.cleanNight()
                                                .posted(
                                                        "work",
                                                        "d",
                                                        TimeClass.TIME_CLASS_RESTING,
                                                        5)
                                                .statement("work", 1_000, 17, 14_000, 3_967, true)
                                                .posted(
                                                        "work",
                                                        "d",
                                                        TimeClass.TIME_CLASS_RESTING,
                                                        -5)
                                                .input()))
                .hasSize(1);
    }

    @Test
    void findMissingForeignAndDoubledResults() {
        Told missing =
                Told.cleanNight()
                        .commanded("k9", "c9", "d", 1_100)
                        .accepted("k9", "c9", "d", 1_105, true);
        assertThat(new LegacyResultsUnlikeAcceptances().violations(missing.input()))
                .containsExactly("the acceptance of command k9 has no result");
        assertThat(
                        new LegacyResultsUnlikeAcceptances()
                                .violations(Told.cleanNight().result("c3", "d", "k3").input()))
                .containsExactly("the result of command k3 has no acceptance");
        assertThat(
                        new LegacyResultsUnlikeAcceptances()
                                .violations(Told.cleanNight().result("c1", "d", "k1").input()))
                .containsExactly("command k1 has two results");
    }

    @Test
    void acceptADeclinedResultThatWasWithdrawn() {
        Told told =
                Told.cleanNight()
                        .commanded("k9", "c9", "d", 1_100)
                        .accepted("k9", "c9", "d", 1_105, true)
                        .cancelled(
                                "k9",
                                "c9",
                                "d",
                                1_106,
                                CancellationReason.CANCELLATION_REASON_WITHDRAWN,
                                true);
        assertThat(new LegacyResultsUnlikeAcceptances().violations(told.input())).isEmpty();
    }
}
