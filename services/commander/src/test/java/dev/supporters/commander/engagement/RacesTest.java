package dev.supporters.commander.engagement;

import static dev.supporters.commander.Samples.TOO_FAR;
import static dev.supporters.commander.Samples.VETO;
import static dev.supporters.commander.Samples.anyRequest;
import static dev.supporters.commander.Samples.call;
import static dev.supporters.commander.Samples.driver;
import static dev.supporters.commander.Samples.key;
import static dev.supporters.commander.Samples.order;
import static dev.supporters.commander.Samples.work;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.commander.Night;
import dev.supporters.commander.engagement.AssignmentService.Assignment;
import dev.supporters.commander.slot.Command;
import dev.supporters.commander.slot.DriveRule.DriveStep;
import dev.supporters.commander.slot.ShiftVersion;
import dev.supporters.commander.slot.Slot;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.proto.common.v1.CancellationReason;
import dev.supporters.proto.common.v1.ErrorReason;
import dev.supporters.testkit.Race;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

class RacesTest {

    @Test
    void ofTwoHundredCallsForOneDriverExactlyOneIsAssigned() {
        for (int round = 0; round < 5; round++) {
            Night night = new Night().at("1");

            List<Assignment> assignments =
                    Race.run(
                            IntStream.range(0, 200)
                                    .<Callable<Assignment>>mapToObj(
                                            i -> () -> night.assignments.assign(order("" + i, "1")))
                                    .toList());

            assertThat(assignments).filteredOn(Assignment.Given.class::isInstance).hasSize(1);
            assertThat(assignments).filteredOn(new Assignment.NoneFree(1)::equals).hasSize(199);
            assertThat(night.publishedNames()).containsExactly("COMMANDED");
        }
    }

    @Test
    void ofTwoHundredRequestsOfOneCallForManyDriversExactlyOneCommandComes() {
        Night night = new Night();
        IntStream.range(0, 20).forEach(i -> night.at("" + i));

        List<Assignment> assignments =
                Race.run(
                        IntStream.range(0, 200)
                                .<Callable<Assignment>>mapToObj(i ->
                                        () ->
                                                night.assignments.assign(
                                                        order("254137", "" + i % 20)))
                                .toList());

        assertThat(assignments)
                .extracting(assignment -> ((Assignment.Given) assignment).command().commandId())
                .containsOnly(night.published().getFirst().getCommandId());
        assertThat(night.publishedNames()).containsExactly("COMMANDED");
        assertThat(IntStream.range(0, 20).filter(i -> night.slot("" + i) instanceof Slot.Commanded))
                .hasSize(1);
    }

    @Test
    void aRefusalAgainstTheDeadlineHasOneOutcomeAndAnswerAndEventsAgree() {
        for (int round = 0; round < 1_000; round++) {
            Night night = new Night().at("1");
            Command command = night.commanded("254137", "1");
            night.clock.advance(VETO.minusMillis(1));

            List<String> said =
                    Race.run(
                            () ->
                                    answered(() ->
                                            night.answers.refuse(
                                                    driver("1"),
                                                    key(command),
                                                    TOO_FAR,
                                                    anyRequest())),
                            () -> {
                                night.clock.set(command.deadlineTime());
                                night.answers.silence(driver("1"), command.commandId());
                                return "";
                            });

            if (said.getFirst().equals("done")) {
                assertThat(night.publishedNames()).containsExactly("COMMANDED", "REFUSED");
                assertThat(night.slot("1")).isInstanceOf(Slot.Free.class);
            } else {
                assertThat(said.getFirst())
                        .isEqualTo(ErrorReason.ERROR_REASON_COMMAND_DECIDED.name());
                assertThat(night.publishedNames()).containsExactly("COMMANDED", "ACCEPTED");
                assertThat(night.slot("1")).isInstanceOf(Slot.Accepted.class);
            }
        }
    }

    @Test
    void anAcceptanceARefusalACancellationAndTheTimerAtOnceHaveOneOutcome() {
        for (int round = 0; round < 500; round++) {
            Night night = new Night().at("1");
            Command command = night.commanded("254137", "1");
            night.clock.advance(VETO.minusMillis(1));

            List<String> said =
                    Race.run(
                            () ->
                                    answered(() ->
                                            night.answers.refuse(
                                                    driver("1"),
                                                    key(command),
                                                    TOO_FAR,
                                                    anyRequest())),
                            () ->
                                    answered(() ->
                                            night.answers.accept(
                                                    driver("1"), key(command), anyRequest())),
                            () ->
                                    answered(() ->
                                            night.drives.cancel(
                                                    call("254137"),
                                                    CancellationReason
                                                            .CANCELLATION_REASON_CUSTOMER)),
                            () -> {
                                night.clock.set(command.deadlineTime());
                                night.answers.silence(driver("1"), command.commandId());
                                return "";
                            });

            List<String> published = night.publishedNames();
            assertThat(published.getFirst()).isEqualTo("COMMANDED");
            assertThat(
                            published.stream()
                                            .filter(name ->
                                                    name.equals("ACCEPTED")
                                                            || name.equals("REFUSED"))
                                            .count()
                                    + (published.contains("CANCELLED")
                                                    && !published.contains("ACCEPTED")
                                            ? 1
                                            : 0))
                    .isEqualTo(1);
            assertThat(said.get(0).equals("done")).isEqualTo(published.contains("REFUSED"));
            assertThat(said.get(1).equals("done")).isEqualTo(published.contains("ACCEPTED"));
            assertThat(night.slot("1")).isInstanceOf(Slot.Free.class);
        }
    }

    @Test
    void aCallIsClosedOrAssignedNeverBoth() {
        for (int round = 0; round < 500; round++) {
            Night night = new Night().at("1");

            List<Object> results =
                    Race.run(
                            () -> night.assignments.assign(order("254137", "1")),
                            () -> night.assignments.close(call("254137")));

            if (results.get(1).equals(Optional.empty())) {
                assertThat(results.get(0)).isEqualTo(new Assignment.CallClosed());
                assertThat(night.published()).isEmpty();
            } else {
                assertThat(results.get(0)).isInstanceOf(Assignment.Given.class);
                assertThat(night.slot("1")).isInstanceOf(Slot.Commanded.class);
            }
        }
    }

    @Test
    void aCancellationAgainstThePickUpHasOneWinner() {
        for (int round = 0; round < 500; round++) {
            Night night = new Night().at("1");
            night.accepted("254137", "1");
            night.drives.step(driver("1"), call("254137"), DriveStep.ARRIVED, anyRequest());

            List<String> said =
                    Race.run(
                            () ->
                                    answered(() ->
                                            night.drives.step(
                                                    driver("1"),
                                                    call("254137"),
                                                    DriveStep.PICKED_UP,
                                                    anyRequest())),
                            () ->
                                    answered(() ->
                                            night.drives.cancel(
                                                    call("254137"),
                                                    CancellationReason
                                                            .CANCELLATION_REASON_CUSTOMER)));

            assertThat(said).containsOnlyOnce("done");
            assertThat(night.publishedNames().getLast())
                    .isEqualTo(said.getFirst().equals("done") ? "PICKED_UP" : "CANCELLED");
        }
    }

    @Test
    void aRestAgainstACommandHasOneWinner() {
        for (int round = 0; round < 500; round++) {
            Night night = new Night().at("1");

            List<Object> results =
                    Race.run(
                            () -> night.assignments.assign(order("254137", "1")),
                            () ->
                                    answered(() ->
                                            night.slotService.pause(
                                                    driver("1"), new ShiftVersion(work("1"), 1))));

            assertThat(results.get(1).equals("done"))
                    .isEqualTo(night.slot("1") instanceof Slot.Paused);
            assertThat(results.get(0) instanceof Assignment.Given)
                    .isEqualTo(night.slot("1") instanceof Slot.Commanded);
        }
    }

    private static String answered(Runnable request) {
        try {
            request.run();
            return "done";
        } catch (Refusal refusal) {
            return refusal.reason().name();
        }
    }
}
