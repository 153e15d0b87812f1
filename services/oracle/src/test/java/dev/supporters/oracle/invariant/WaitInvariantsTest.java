package dev.supporters.oracle.invariant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.oracle.NightScript;
import dev.supporters.oracle.ScriptedWaits;
import dev.supporters.player.WaitAge;
import dev.supporters.player.WaitFigures;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.function.Consumer;

/** Whether what was given up is told, and whether what waits has an age. */
class WaitInvariantsTest {

    private static final String ACTIVITY = "supporters.activity.v1";

    private static List<String> untold(Consumer<ScriptedWaits> script) {
        return new ParkedWithoutAlert()
                .violations(NightScript.cleanNight().waits(script).history());
    }

    private static List<String> old(Consumer<ScriptedWaits> script) {
        return new WaitWithoutAge().violations(NightScript.cleanNight().waits(script).history());
    }

    @Test
    void findParkedCallsThatNobodyIsToldOf() {
        assertThat(untold(waits -> waits.parked("c8")))
                .containsExactly(
                        "calls [c8] are parked, and no supporters_call_parked tells it",
                        "calls [c8] are parked, and the gateway has no alert CallsAreParked");
        assertThat(
                        untold(waits ->
                                waits.parked("c8")
                                        .told("call", WaitFigures.PARKED_CALLS, "", 0, 0)
                                        .alert("CallsAreParked", "call", "")))
                .containsExactly("calls [c8] are parked, and no supporters_call_parked tells it");
    }

    @Test
    void acceptParkedCallsThatMetricAndAlertTell() {
        assertThat(
                        untold(waits ->
                                waits.parked("c8")
                                        .told("call", WaitFigures.PARKED_CALLS, "", 1, 0)
                                        .alert("CallsAreParked", "call", "")))
                .isEmpty();
    }

    @Test
    void findDeadLettersThatNobodyIsToldOf() {
        assertThat(
                        untold(waits ->
                                waits.deadLetters("call", ACTIVITY, 2, 500)
                                        .told("call", WaitFigures.DEAD_EVENTS, ACTIVITY, 0, 10)
                                        .told("routing", WaitFigures.DEAD_EVENTS, ACTIVITY, 2, 10)
                                        .alert("EventsAreDead", "routing", ACTIVITY)))
                .containsExactly(
                        "call put 2 events of " + ACTIVITY + " aside, and nothing tells it");
    }

    @Test
    void acceptDeadLettersThatAreCountedOrHaveAnAlert() {
        assertThat(
                        untold(waits ->
                                waits.deadLetters("call", ACTIVITY, 2, 500)
                                        .told("call", WaitFigures.DEAD_EVENTS, ACTIVITY, 2, 10)))
                .isEmpty();
        assertThat(
                        untold(waits ->
                                waits.deadLetters("call", ACTIVITY, 2, 500)
                                        .alert("EventsAreDead", "call", ACTIVITY)))
                .isEmpty();
    }

    @Test
    void leaveOutWhatAProcessCountedThatHasBeenStartedSince() {
        assertThat(
                        untold(waits ->
                                waits.deadLetters("call", ACTIVITY, 2, 500)
                                        .told("call", WaitFigures.DEAD_EVENTS, ACTIVITY, 0, 501)))
                .isEmpty();
    }

    @Test
    void findAWaitWhoseAgeNobodyTells() {
        assertThat(old(waits -> waits.without(WaitAge.COMMANDS)))
                .containsExactly("commander does not tell supporters_commander_overdue_seconds");
        assertThat(old(waits -> waits.without(WaitAge.OUTBOXES)))
                .containsExactly("nobody tells supporters_outbox_oldest_seconds");
    }

    @Test
    void findAWaitThatIsNotOverWhenTheNightIs() {
        assertThat(
                        old(waits ->
                                waits.told("work", WaitAge.OUTBOXES.metric(), "shifts", 61, 0)
                                        .told(
                                                "call",
                                                WaitAge.FOLLOW_UPS.metric(),
                                                "",
                                                Double.NaN,
                                                0)
                                        .told("call", WaitAge.HELD_CALLS.metric(), "", 15, 0)))
                .containsExactly(
                        "call: supporters_call_follow_ups_oldest_seconds is NaN (expected: 60 at most)",
                        "work: supporters_outbox_oldest_seconds of shifts is 61 (expected: 60 at most)");
    }
}
