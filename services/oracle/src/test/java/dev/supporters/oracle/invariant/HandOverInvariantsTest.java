package dev.supporters.oracle.invariant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.oracle.NightScript;
import dev.supporters.proto.call.v1.CallState;
import dev.supporters.proto.common.v1.DispatchPath;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

/** Whether calls come to general dispatch once, and in time. At rate 1 a second of the night is one of real time. */
class HandOverInvariantsTest {

    private static NightScript waiting(String callId, int from) {
        return NightScript.cleanNight()
                .requested(callId, from)
                .sentToGeneral(callId, "NO_SUPPORTER", from);
    }

    private static NightScript cancelled(NightScript script, String callId, int at) {
        return script.ended(
                callId, CallState.CALL_STATE_CANCELLED, DispatchPath.DISPATCH_PATH_GENERAL, at);
    }

    private static List<String> late(NightScript script) {
        return new CallHandedOverLate().violations(script.history());
    }

    private static List<String> twiceOrNever(NightScript script) {
        return new CallHandedOverTwiceOrNever().violations(script.history());
    }

    @Test
    void findACallThatIsHandedOverAfterSixSeconds() {
        NightScript script =
                waiting("c8", 1_100)
                        .legacyCall("c8", "unserved", "", true, Optional.of(1_106))
                        .ended(
                                "c8",
                                CallState.CALL_STATE_FAILED,
                                DispatchPath.DISPATCH_PATH_GENERAL,
                                3_000);

        assertThat(late(script))
                .singleElement()
                .asString()
                .startsWith("call c8 was sent to general dispatch at ")
                .endsWith("6000 ms in a row in which it could have been (expected: 5000 at most)");
        assertThat(twiceOrNever(script)).isEmpty();
    }

    @Test
    void countInRealTime() {
        NightScript script =
                waiting("c8", 1_100)
                        .waits(waits -> waits.rate(60))
                        .legacyCall("c8", "cancelled", "", true, Optional.of(1_100 + 300));

        assertThat(late(cancelled(script, "c8", 2_000))).isEmpty();
    }

    @Test
    void beginAnewWhenAnOutageIsOver() {
        NightScript inTime =
                waiting("c8", 1_100)
                        .waits(waits -> waits.outage(1_103, 1_120).outage(1_118, 1_130))
                        .legacyCall("c8", "cancelled", "", true, Optional.of(1_134));
        NightScript tooLate =
                waiting("c8", 1_100)
                        .waits(waits -> waits.outage(1_103, 1_120).outage(1_118, 1_130))
                        .legacyCall("c8", "cancelled", "", true, Optional.of(1_136));

        assertThat(late(cancelled(inTime, "c8", 2_000))).isEmpty();
        assertThat(late(cancelled(tooLate, "c8", 2_000))).hasSize(1);
    }

    @Test
    void acceptACallThatTheGatewayHandedOverBefore() {
        NightScript script =
                waiting("c8", 1_100).legacyCall("c8", "cancelled", "", true, Optional.of(1_050));

        assertThat(late(cancelled(script, "c8", 2_000))).isEmpty();
        assertThat(twiceOrNever(cancelled(script, "c8", 2_001))).isEmpty();
    }

    @Test
    void countFromWhenTheServiceHeardOfIt() {
        NightScript script =
                NightScript.cleanNight()
                        .requested("c8", 1_000)
                        .sentToGeneral("c8", "REFUSED", 1_002, 1_060)
                        .legacyCall("c8", "cancelled", "", true, Optional.of(1_061));

        assertThat(late(cancelled(script, "c8", 2_000))).isEmpty();
    }

    @Test
    void findACallThatIsNeverHandedOver() {
        assertThat(twiceOrNever(cancelled(waiting("c8", 1_100), "c8", 1_106)))
                .singleElement()
                .asString()
                .startsWith("call c8 was sent to general dispatch at ")
                .endsWith(" and never handed over");
        NightScript knownByItsSupporter =
                waiting("c8", 1_100).legacyCall("c8", "supporters", "", false, Optional.empty());
        assertThat(twiceOrNever(cancelled(knownByItsSupporter, "c8", 1_106))).hasSize(1);
    }

    @Test
    void acceptACallThatIsCancelledBeforeItIsHandedOver() {
        assertThat(twiceOrNever(cancelled(waiting("c8", 1_100), "c8", 1_104))).isEmpty();
    }

    @Test
    void acceptACallThatASupporterTakesBeforeItIsHandedOver() {
        NightScript script =
                waiting("c8", 1_100)
                        .progressed(
                                "c8",
                                CallState.CALL_STATE_ACCEPTED,
                                DispatchPath.DISPATCH_PATH_SUPPORTERS,
                                1_103);

        assertThat(twiceOrNever(script)).isEmpty();
    }

    @Test
    void findACallThatIsStillOfferedAfterItsEnd() {
        NightScript script =
                cancelled(waiting("c8", 1_100).legacyCall("c8", "offered", "", true), "c8", 1_200);

        assertThat(twiceOrNever(script))
                .containsExactly("call c8 has ended and is offered at the legacy system");
    }

    @Test
    void findACallThatIsHandedOverAfterItWasCancelled() {
        NightScript script =
                waiting("c8", 1_100).legacyCall("c8", "unserved", "", true, Optional.of(1_105));

        assertThat(twiceOrNever(cancelled(script, "c8", 1_104)))
                .containsExactly(
                        "call c8 was handed over after it was cancelled, and offered until it was unserved");
    }

    @Test
    void findACallThatIsOfferedWhileASupporterDrivesIt() {
        NightScript script =
                NightScript.cleanNight().legacyCall("c1", "unserved", "", true, Optional.of(20));

        assertThat(twiceOrNever(script))
                .containsExactly(
                        "call c1 was driven by a supporter, and offered until it was unserved");
    }

    @Test
    void acceptASupportersCallThatGeneralDispatchHadBefore() {
        NightScript script =
                NightScript.cleanNight().legacyCall("c1", "supporters", "", true, Optional.of(9));

        assertThat(twiceOrNever(script)).isEmpty();
    }
}
