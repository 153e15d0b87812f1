package dev.supporters.commander.engagement;

import static dev.supporters.commander.Refusals.assertRefused;
import static dev.supporters.commander.Samples.VETO;
import static dev.supporters.commander.Samples.anyRequest;
import static dev.supporters.commander.Samples.driver;
import static dev.supporters.commander.Samples.key;
import static dev.supporters.commander.Samples.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.commander.Night;
import dev.supporters.commander.engagement.AssignmentService.Assignment;
import dev.supporters.commander.slot.Command;
import dev.supporters.commander.slot.Slot;
import dev.supporters.proto.common.v1.CancellationReason;
import dev.supporters.proto.common.v1.ErrorReason;
import dev.supporters.testkit.GeneralCallEvents;
import dev.supporters.testkit.Race;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Who has a call of general dispatch has no command beside it (rule 8), in whatever order the two come. */
class GeneralCallsTest {

    private final Night night = new Night().at("1", "2");

    @Test
    void whoHasOneGetsNoCommandAndTheNextCandidateDoes() {
        taken(night);

        Assignment assignment = night.assignments.assign(order("254137", "1", "2"));

        assertThat(((Assignment.Given) assignment).command().driverId()).isEqualTo(driver("2"));
        assertThat(night.slot("1")).isInstanceOf(Slot.Free.class);
        assertThat(night.assignments.assign(order("254138", "1")))
                .isEqualTo(new Assignment.NoneFree(1));
    }

    @Test
    void getsCommandsAgainWhenItHasEnded() {
        taken(night);
        completed(night);

        assertThat(night.commanded("254137", "1").driverId()).isEqualTo(driver("1"));
    }

    @Test
    void whoTakesOneDoesNotAcceptTheCommandThatWaited() {
        Command command = night.commanded("254137", "1");
        taken(night);

        assertRefused(
                ErrorReason.ERROR_REASON_COMMAND_DECIDED,
                () -> night.answers.accept(driver("1"), key(command), anyRequest()));

        assertThat(night.slot("1")).isInstanceOf(Slot.Free.class);
        assertThat(night.published().getLast().getCancelled().getReason())
                .isEqualTo(CancellationReason.CANCELLATION_REASON_WITHDRAWN);
        assertThat(night.calls.asked()).isEmpty();
    }

    @Test
    void silenceAcceptsNothingForWhoHasTakenOneAlsoWhileTheCallDoesNotAnswer() {
        Command first = night.commanded("254137", "1");
        taken(night);
        night.clock.advance(VETO);
        night.answers.silence(driver("1"), first.commandId());
        completed(night);
        Command second = night.commanded("254138", "1");
        night.general.apply(
                GeneralCallEvents.taken("18", "1", 2, night.clock.instant()),
                night.clock.instant());
        night.clock.advance(VETO);

        night.answers.silenceUnconfirmed(driver("1"), second.commandId());

        assertThat(night.publishedNames())
                .containsExactly("COMMANDED", "CANCELLED", "COMMANDED", "CANCELLED");
    }

    @Test
    void aCallThatItsDriverHasAlreadyIsAnsweredWithItsCommand() {
        Command command = night.commanded("254137", "1");
        taken(night);

        assertThat(night.assignments.assign(order("254137", "1")))
                .isEqualTo(new Assignment.Given(command, true));
    }

    /** The begin of the shift, a call of general dispatch, its end, a command, and its deadline: all orders of them. */
    @Test
    void inNoOrderIsACommandAcceptedWhileTheDriverHasAnotherCall() {
        List<List<String>> orders = new ArrayList<>();
        orders(
                new ArrayList<>(),
                List.of("begin", "taken", "completed", "command", "deadline"),
                orders);

        for (List<String> steps : orders) {
            Night each = new Night();
            Map<String, Runnable> actions =
                    Map.of(
                            "begin", () -> each.at("1"),
                            "taken", () -> taken(each),
                            "completed", () -> completed(each),
                            "command", () -> each.assignments.assign(order("254137", "1")),
                            "deadline", () -> deadline(each));
            for (String step : steps) {
                boolean had = engaged(each);
                actions.get(step).run();
                boolean newlyEngaged = engaged(each) && !had;
                assertThat(newlyEngaged && each.general.of(driver("1")).isPresent())
                        .as("%s after %s", steps, step)
                        .isFalse();
            }
            if (steps.indexOf("taken") < steps.indexOf("deadline")
                    && steps.indexOf("completed") > steps.indexOf("deadline")) {
                assertThat(each.publishedNames()).as("%s", steps).doesNotContain("ACCEPTED");
            }
        }
        assertThat(orders).hasSize(120);
    }

    @RepeatedTest(50)
    void ofACommandAndACallOfGeneralDispatchAtOnceOneIsLeftAtTheDeadline() {
        Race.run(
                () -> night.assignments.assign(order("254137", "1")),
                () -> {
                    taken(night);
                    return new Assignment.NoneFree(0);
                });

        deadline(night);

        assertThat(night.slot("1")).isInstanceOf(Slot.Free.class);
        assertThat(night.publishedNames()).doesNotContain("ACCEPTED");
    }

    private static void taken(Night night) {
        night.general.apply(
                GeneralCallEvents.taken("17", "1", 2, night.clock.instant()),
                night.clock.instant());
    }

    private static void completed(Night night) {
        night.general.apply(
                GeneralCallEvents.completed("17", "1", 3, night.clock.instant()),
                night.clock.instant());
    }

    private static void deadline(Night night) {
        night.clock.advance(VETO);
        if (night.slot("1") instanceof Slot.Commanded commanded) {
            night.answers.silence(driver("1"), commanded.command().commandId());
        }
    }

    private static boolean engaged(Night night) {
        return night.slot("1") instanceof Slot.Engaged;
    }

    private static void orders(List<String> begun, List<String> left, List<List<String>> all) {
        if (left.isEmpty()) {
            all.add(begun);
        }
        IntStream.range(0, left.size())
                .forEach(i -> {
                    List<String> next = new ArrayList<>(begun);
                    next.add(left.get(i));
                    List<String> rest = new ArrayList<>(left);
                    rest.remove(i);
                    orders(next, rest, all);
                });
    }
}
