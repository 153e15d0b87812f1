package dev.supporters.commander.engagement;

import static dev.supporters.commander.Samples.NOW;
import static dev.supporters.commander.Samples.TOO_FAR;
import static dev.supporters.commander.Samples.anyRequest;
import static dev.supporters.commander.Samples.call;
import static dev.supporters.commander.Samples.driver;
import static dev.supporters.commander.Samples.key;
import static dev.supporters.commander.Samples.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.commander.Night;
import dev.supporters.commander.engagement.AssignmentService.Assignment;
import dev.supporters.commander.slot.Command;
import dev.supporters.commander.slot.Slot;

import org.junit.jupiter.api.Test;

class AssignmentServiceTest {

    private final Night night = new Night().at("1", "2", "3");

    @Test
    void theBestCandidateGetsTheCall() {
        Assignment assignment = night.assignments.assign(order("254137", "2", "1"));

        assertThat(assignment)
                .isInstanceOfSatisfying(
                        Assignment.Given.class,
                        given -> {
                            assertThat(given.repeated()).isFalse();
                            assertThat(given.command().driverId()).isEqualTo(driver("2"));
                        });
        assertThat(night.slot("2")).isInstanceOf(Slot.Commanded.class);
        assertThat(night.slot("1")).isInstanceOf(Slot.Free.class);
        assertThat(night.publishedNames()).containsExactly("COMMANDED");
    }

    @Test
    void theUsualCaseIsOneChangeAndNothingElse() {
        night.slots.operations();

        night.assignments.assign(order("254137", "1", "2", "3"));

        assertThat(night.slots.operations()).containsExactly("change");
    }

    @Test
    void whereTheBestAreTakenTheOthersAreReadAtOnce() {
        night.commanded("1", "1");
        night.commanded("2", "2");
        night.slots.operations();

        Assignment assignment = night.assignments.assign(order("254137", "1", "2", "3"));

        assertThat(((Assignment.Given) assignment).command().driverId()).isEqualTo(driver("3"));
        assertThat(night.slots.operations()).containsExactly("change", "findAll", "change");
    }

    @Test
    void noneIsFree() {
        night.commanded("1", "1");

        assertThat(night.assignments.assign(order("254137", "1", "stranger")))
                .isEqualTo(new Assignment.NoneFree(2));
        assertThat(night.assignments.assign(order("254137"))).isEqualTo(new Assignment.NoneFree(0));
    }

    @Test
    void aCallThatIsEngagedIsAnsweredWithItsCommandWhoeverIsProposed() {
        Command command = night.commanded("254137", "1");

        assertThat(night.assignments.assign(order("254137", "1")))
                .isEqualTo(new Assignment.Given(command, true));
        assertThat(night.assignments.assign(order("254137", "2")))
                .isEqualTo(new Assignment.Given(command, true));
        assertThat(night.assignments.assign(order("254137")))
                .isEqualTo(new Assignment.Given(command, true));
        assertThat(night.slot("2")).isInstanceOf(Slot.Free.class);
        assertThat(night.publishedNames()).containsExactly("COMMANDED");
    }

    @Test
    void aCallIsAnsweredWithItsCommandUntilItsDriveEnds() {
        Command command = night.accepted("254137", "1");

        assertThat(night.assignments.assign(order("254137", "2")))
                .isEqualTo(new Assignment.Given(command, true));
    }

    @Test
    void aRefusedCallMayGoToAnotherDriverButNotToTheSame() {
        Command command = night.commanded("254137", "1");
        night.answers.refuse(driver("1"), key(command), TOO_FAR, anyRequest());

        Assignment again = night.assignments.assign(order("254137", "1", "2"));

        assertThat(((Assignment.Given) again).command().driverId()).isEqualTo(driver("2"));
    }

    @Test
    void aClosedCallGetsNoDriver() {
        assertThat(night.assignments.close(call("254137"))).isEmpty();

        assertThat(night.assignments.assign(order("254137", "1")))
                .isEqualTo(new Assignment.CallClosed());
        assertThat(night.assignments.assign(order("254137")))
                .isEqualTo(new Assignment.CallClosed());
        assertThat(night.slot("1")).isInstanceOf(Slot.Free.class);
        assertThat(night.published()).isEmpty();
    }

    @Test
    void aCallIsClosedPermanently() {
        night.assignments.close(call("254137"));

        assertThat(night.assignments.close(call("254137"))).isEmpty();
        assertThat(night.assignments.assign(order("254137", "1")))
                .isEqualTo(new Assignment.CallClosed());
    }

    @Test
    void anEngagedCallIsNotClosedButAnsweredWithItsCommand() {
        Command command = night.commanded("254137", "1");

        assertThat(night.assignments.close(call("254137"))).contains(command);
        assertThat(night.slot("1")).isInstanceOf(Slot.Commanded.class);
    }

    @Test
    void aCallWhoseCommandWasRefusedCanBeClosed() {
        Command command = night.commanded("254137", "1");
        night.answers.refuse(driver("1"), key(command), TOO_FAR, anyRequest());

        assertThat(night.assignments.close(call("254137"))).isEmpty();
        assertThat(night.assignments.assign(order("254137", "2")))
                .isEqualTo(new Assignment.CallClosed());
    }

    @Test
    void aDeadlineIsInWholeMillisecondsAsTheStoreKeepsIt() {
        night.clock.set(NOW.plusNanos(123_456_789));

        Command command = night.commanded("254137", "1");

        assertThat(command.createTime()).isEqualTo(NOW.plusMillis(123));
        assertThat(((Slot.Commanded) night.slot("1")).command()).isEqualTo(command);
    }

    @Test
    void assignmentsAreTimedByTheirResult() {
        night.commanded("254137", "1");
        night.assignments.assign(order("254137", "2"));
        night.assignments.assign(order("5"));

        assertThat(night.registry.find("supporters_commander_assign_seconds").timers())
                .extracting(timer -> timer.getId().getTag("result") + " " + timer.count())
                .containsExactlyInAnyOrder("commanded 1", "repeated 1", "none_free 1");
        assertThat(night.counted("commanded")).isEqualTo(1);
    }
}
