package dev.supporters.oracle.invariant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.oracle.ExportedText;
import dev.supporters.oracle.NightScript;
import dev.supporters.proto.call.v1.CallState;
import dev.supporters.proto.common.v1.CancellationReason;
import dev.supporters.proto.common.v1.DispatchPath;
import dev.supporters.proto.settlement.v1.TimeClass;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;
import java.util.Map;

class InvariantsTest {

    static List<Invariant> all() {
        return Invariant.all();
    }

    @ParameterizedTest
    @MethodSource("all")
    void passACleanNight(Invariant invariant) {
        assertThat(invariant.violations(NightScript.cleanNight().history())).isEmpty();
    }

    @Test
    void findADriverWithTwoEngagements() {
        NightScript script =
                NightScript.cleanNight()
                        .commanded("k8", "c8", "d", 1_100)
                        .commanded("k9", "c9", "d", 1_101);
        assertThat(new DriverWithTwoEngagements().violations(script.history()))
                .containsExactly("driver d has commands [k8, k9]");
    }

    @Test
    void findACallWithTwoSupporters() {
        NightScript script =
                NightScript.cleanNight()
                        .commanded("k8", "c8", "e", 1_100)
                        .commanded("k9", "c8", "f", 1_101);
        assertThat(new CallWithTwoDrivers().violations(script.history()))
                .containsExactly("call c8 has drivers e and f");
    }

    @Test
    void acceptANextSupporterAfterARefusalAtTheSameMoment() {
        NightScript script =
                NightScript.cleanNight()
                        .commanded("k8", "c8", "e", 1_100)
                        .commanded("k9", "c8", "f", 1_101)
                        .refused("k8", "c8", "e", 1_101);
        assertThat(new CallWithTwoDrivers().violations(script.history())).isEmpty();
    }

    @Test
    void findACallWithASupporterAndACommissionDriver() {
        NightScript script = NightScript.cleanNight().legacyCall("c1", "picked_up", "x", true);
        assertThat(new CallWithTwoDrivers().violations(script.history()))
                .containsExactly("call c1 has supporter d and commission driver x");
    }

    @Test
    void findCallsWithoutAnEnd() {
        NightScript script =
                NightScript.cleanNight()
                        .requested("c7", 1_100)
                        .legacyCall("c8", "taken", "x", false)
                        .legacyCall("c6", "unserved", "", false)
                        .knownToCustomer("c9");
        assertThat(new CallWithoutEnd().violations(script.history()))
                .containsExactly(
                        "call c7 has 0 ends",
                        "call c8 is taken at the legacy system",
                        "call c9 is known to its customer only");
    }

    @Test
    void findACallWithTwoEnds() {
        NightScript script =
                NightScript.cleanNight()
                        .ended(
                                "c1",
                                CallState.CALL_STATE_CANCELLED,
                                DispatchPath.DISPATCH_PATH_SUPPORTERS,
                                500);
        assertThat(new CallWithoutEnd().violations(script.history()))
                .containsExactly("call c1 has 2 ends");
    }

    @Test
    void findADestinationSeenBeforeAcceptance() {
        assertThat(
                        new DestinationSeenBeforeAcceptance()
                                .violations(NightScript.cleanNight().saw("c1", "d", 14).history()))
                .hasSize(1);
        assertThat(
                        new DestinationSeenBeforeAcceptance()
                                .violations(NightScript.cleanNight().saw("c3", "d", 501).history()))
                .hasSize(1);
        assertThat(
                        new DestinationSeenBeforeAcceptance()
                                .violations(NightScript.cleanNight().saw("c1", "e", 300).history()))
                .hasSize(1);
    }

    @Test
    void findAStepAfterTheShiftsEnd() {
        NightScript script =
                NightScript.cleanNight()
                        .commanded("k4", "c4", "d", 990)
                        .accepted("k4", "c4", "d", 1_000, true)
                        .completed("k4", "c4", "d", 1_200);
        assertThat(new CommandStepAfterShiftEnd().violations(script.history()))
                .singleElement()
                .asString()
                .startsWith("command k4 was completed at ")
                .contains("shift work ended at ");
    }

    @Test
    void letACommandThatNobodyTookEndAfterTheShift() {
        NightScript script =
                NightScript.cleanNight()
                        .commanded("k4", "c4", "d", 999)
                        .refused("k4", "c4", "d", 1_010);
        assertThat(new CommandStepAfterShiftEnd().violations(script.history())).isEmpty();
    }

    @Test
    void findACommandWithoutOutcome() {
        assertThat(
                        new CommandWithoutOneOutcome()
                                .violations(
                                        NightScript.cleanNight()
                                                .commanded("k9", "c9", "d", 1_100)
                                                .history()))
                .containsExactly("command k9 was given 1 times and has outcomes []");
    }

    @Test
    void findACommandWithTwoOutcomes() {
        assertThat(
                        new CommandWithoutOneOutcome()
                                .violations(
                                        NightScript.cleanNight()
                                                .refused("k1", "c1", "d", 16)
                                                .history()))
                .containsExactly(
                        "command k1 was given 1 times and has outcomes"
                                + " [ACTION_NAME_CALL_ACCEPTED, ACTION_NAME_CALL_REFUSED]");
    }

    @Test
    void acceptACancellationAfterAcceptance() {
        NightScript script =
                NightScript.cleanNight()
                        .commanded("k9", "c9", "d", 1_100)
                        .accepted("k9", "c9", "d", 1_105, false)
                        .cancelled(
                                "k9",
                                "c9",
                                "d",
                                1_200,
                                CancellationReason.CANCELLATION_REASON_CUSTOMER,
                                true);
        assertThat(new CommandWithoutOneOutcome().violations(script.history())).isEmpty();
    }

    @Test
    void findLostAndDoubledSeconds() {
        assertThat(
                        new SecondCountedTwiceOrLost()
                                .violations(
                                        NightScript.cleanNight()
                                                .posted(
                                                        "work",
                                                        "d",
                                                        TimeClass.TIME_CLASS_WAITING,
                                                        1)
                                                .history()))
                .containsExactly("shift work has 1000 s, its ledger 1001 s");
        assertThat(
                        new SecondCountedTwiceOrLost()
                                .violations(
                                        NightScript.cleanNight()
                                                .begun("w2", "e", 0)
                                                .endedWork("w2", "e", 60)
                                                .history()))
                .containsExactly("shift w2 has 60 s, its ledger 0 s");
        assertThat(
                        new SecondCountedTwiceOrLost()
                                .violations(NightScript.cleanNight().begun("w2", "e", 0).history()))
                .containsExactly("shift w2 has no end");
    }

    @Test
    void findOverlappingShiftsAndWrongRounding() {
        NightScript beside =
                NightScript.cleanNight()
                        .begun("w2", "d", 900)
                        .endedWork("w2", "d", 960)
                        .posted("w2", "d", TimeClass.TIME_CLASS_WAITING, 60);
        assertThat(new SecondCountedTwiceOrLost().violations(beside.history()))
                .containsExactly("shift w2 begins before the one before has ended");
        assertThat(
                        new SecondCountedTwiceOrLost()
                                .violations(
                                        NightScript.cleanNight()
                                                .statement("work", 1_000, 17, 14_000, 3_967, true)
                                                .history()))
                .isEmpty();
        assertThat(
                        new SecondCountedTwiceOrLost()
                                .violations(
                                        NightScript.cleanNight()
                                                .statement("work", 1_000, 16, 14_000, 3_734, true)
                                                .history()))
                .containsExactly(
                        "shift work is paid 1000 s, 16 min, 3734 (expected: 1000 s, 17 min, 3967)");
    }

    @Test
    void findALedgerUnlikeItsRecomputation() {
        NightScript script =
                NightScript.cleanNight()
                        .posted("work", "d", TimeClass.TIME_CLASS_DRIVING, 10)
                        .posted("work", "d", TimeClass.TIME_CLASS_WAITING, -10);
        assertThat(new LedgerUnlikeRecomputation().violations(script.history())).hasSize(1);
        assertThat(
                        new LedgerUnlikeRecomputation()
                                .violations(
                                        NightScript.cleanNight()
                                                .statement("work", 1_000, 17, 14_000, 3_967, false)
                                                .history()))
                .containsExactly("shift work: settlement recomputes it otherwise");
        assertThat(
                        new LedgerUnlikeRecomputation()
                                .violations(
                                        NightScript.cleanNight()
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
                                                .history()))
                .hasSize(1);
    }

    @Test
    void findMissingForeignAndDoubledResults() {
        NightScript missing =
                NightScript.cleanNight()
                        .commanded("k9", "c9", "d", 1_100)
                        .accepted("k9", "c9", "d", 1_105, true);
        assertThat(new LegacyResultsUnlikeAcceptances().violations(missing.history()))
                .containsExactly("the acceptance of command k9 has no result");
        assertThat(
                        new LegacyResultsUnlikeAcceptances()
                                .violations(
                                        NightScript.cleanNight().result("c3", "d", "k3").history()))
                .containsExactly("the result of command k3 has no acceptance");
        assertThat(
                        new LegacyResultsUnlikeAcceptances()
                                .violations(
                                        NightScript.cleanNight().result("c1", "d", "k1").history()))
                .containsExactly("command k1 has two results");
    }

    @Test
    void acceptADeclinedResultThatWasWithdrawn() {
        NightScript script =
                NightScript.cleanNight()
                        .commanded("k9", "c9", "d", 1_100)
                        .accepted("k9", "c9", "d", 1_105, true)
                        .cancelled(
                                "k9",
                                "c9",
                                "d",
                                1_106,
                                CancellationReason.CANCELLATION_REASON_WITHDRAWN,
                                true);
        assertThat(new LegacyResultsUnlikeAcceptances().violations(script.history())).isEmpty();
    }

    @Test
    void findAFileUnlikeItsStatements() {
        StatementFileUnlikeStatements invariant = new StatementFileUnlikeStatements();
        Map<String, Long> statements = Map.of("work", 3_967L, "w2", 300L);
        assertThat(
                        invariant.violations(
                                NightScript.cleanNight()
                                        .exported(200, ExportedText.right(), statements)
                                        .history()))
                .isEmpty();
        assertThat(
                        invariant.violations(
                                NightScript.cleanNight()
                                        .exported(
                                                200,
                                                ExportedText.right(),
                                                Map.of("work", 4_000L, "w3", 300L))
                                        .history()))
                .containsExactly(
                        "file of 2026-11-20: shift w2 is in the file only",
                        "file of 2026-11-20: shift w3 is in the ledger only",
                        "file of 2026-11-20: shift work: 3967 (expected: 4000)",
                        "file of 2026-11-20: the rows come to 4267 (expected: 4300, as the statements)");
        assertThat(
                        invariant.violations(
                                NightScript.cleanNight()
                                        .exported(
                                                200,
                                                ExportedText.right().replace("4267", "4268"),
                                                statements)
                                        .history()))
                .containsExactly(
                        "file of 2026-11-20: its checksum line does not hold",
                        "file of 2026-11-20: sum of total in KRW: 4268 (expected: 4267)");
        assertThat(
                        invariant.violations(
                                NightScript.cleanNight().exported(0, "", statements).history()))
                .containsExactly("file of 2026-11-20: status 0 (expected: 200)");
    }

    @Test
    void letAStatementOfAShiftThatHadNotEndedChangeUntilTheFileIsFetched() {
        String running = ExportedText.SECOND.replace(",w2,", ",open-shift,");
        assertThat(
                        new StatementFileUnlikeStatements()
                                .violations(
                                        NightScript.cleanNight()
                                                .exported(
                                                        200,
                                                        ExportedText.of(
                                                                ExportedText.HEADER,
                                                                ExportedText.FIRST,
                                                                running,
                                                                ExportedText.SUM),
                                                        Map.of("work", 3_967L))
                                                .history()))
                .isEmpty();
    }
}
