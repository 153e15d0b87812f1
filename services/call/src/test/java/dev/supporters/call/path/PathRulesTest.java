package dev.supporters.call.path;

import static dev.supporters.call.SampleCalls.COMMAND;
import static dev.supporters.call.SampleCalls.DRIVER;
import static dev.supporters.call.SampleCalls.NOW;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.call.SampleCalls;
import dev.supporters.call.life.Assignee.Command;
import dev.supporters.call.life.Call;
import dev.supporters.call.life.Call.DispatchPath;
import dev.supporters.call.life.CallState.Commanded;
import dev.supporters.call.life.CallState.General;
import dev.supporters.call.life.CallState.Requested;
import dev.supporters.call.path.PathDecision.Assigned;
import dev.supporters.call.path.PathDecision.Held;
import dev.supporters.call.path.PathDecision.ToGeneral;
import dev.supporters.contract.DriverId;

import org.junit.jupiter.api.Test;

import java.util.List;

class PathRulesTest {

    private static final Assigned ASSIGNED = new Assigned(COMMAND, List.of("supporters:fit"));
    private static final ToGeneral TO_GENERAL = new ToGeneral("NO_SUPPORTER", List.of("vip"), true);

    @Test
    void aRequestedCallBecomesCommanded() {
        // When
        Call call = PathRules.take(SampleCalls.requested(), ASSIGNED, NOW).orElseThrow();

        // Then
        assertThat(call.state()).isEqualTo(new Commanded(COMMAND));
        assertThat(call.path()).isEqualTo(DispatchPath.SUPPORTERS);
        assertThat(call.reason()).isEqualTo("ASSIGNED");
        assertThat(call.tags()).containsExactly("supporters:fit");
    }

    @Test
    void aRequestedCallBecomesGeneralWithItsReason() {
        // When
        Call call = PathRules.take(SampleCalls.requested(), TO_GENERAL, NOW).orElseThrow();

        // Then
        assertThat(call.state()).isEqualTo(new General());
        assertThat(call.path()).isEqualTo(DispatchPath.GENERAL);
        assertThat(call.reason()).isEqualTo("NO_SUPPORTER");
        assertThat(call.tags()).containsExactly("vip");
    }

    @Test
    void aRequestedCallIsHeldAndGoesOnWaitingWithoutAChange() {
        // Given
        Held held = new Held(NOW.plusSeconds(60), List.of("supporters:fit"));

        // When
        Call call = PathRules.take(SampleCalls.requested(), held, NOW).orElseThrow();

        // Then
        assertThat(call).isEqualTo(SampleCalls.held());
        assertThat(PathRules.take(call, held, NOW.plusSeconds(2))).isEmpty();
        assertThat(PathRules.take(SampleCalls.general(), held, NOW)).isEmpty();
    }

    @Test
    void aHeldCallTakesAnyOtherPath() {
        assertThat(PathRules.take(SampleCalls.held(), ASSIGNED, NOW).orElseThrow().state())
                .isEqualTo(new Commanded(COMMAND));
        assertThat(PathRules.take(SampleCalls.held(), TO_GENERAL, NOW).orElseThrow().state())
                .isEqualTo(new General());
        assertThat(PathRules.confirm(SampleCalls.held(), COMMAND, NOW).orElseThrow().state())
                .isEqualTo(new Commanded(COMMAND));
    }

    @Test
    void aCallThatHasAPathKeepsIt() {
        assertThat(SampleCalls.all())
                .filteredOn(call -> !(call.state() instanceof Requested))
                .allSatisfy(call -> assertThat(PathRules.take(call, TO_GENERAL, NOW)).isEmpty());
    }

    @Test
    void anAnswerThatComesAfterTheCommandsEventAddsTheTags() {
        // When
        Call call = PathRules.take(SampleCalls.accepted(), ASSIGNED, NOW).orElseThrow();

        // Then
        assertThat(call).isEqualTo(SampleCalls.accepted().tagged(List.of("supporters:fit")));
    }

    @Test
    void aCommandThatWasRefusedAlreadyIsNotTakenAgain() {
        Call again = SampleCalls.commanded().withoutCommand("c1").requestedAgain(DRIVER, NOW);

        assertThat(PathRules.take(again, ASSIGNED, NOW)).isEmpty();
        assertThat(PathRules.confirm(again, COMMAND, NOW)).isEmpty();
    }

    @Test
    void confirmMakesACallWithoutAPathTheCommands() {
        // When
        Call call = PathRules.confirm(SampleCalls.requested(), COMMAND, NOW).orElseThrow();

        // Then
        assertThat(call.state()).isEqualTo(new Commanded(COMMAND));
        assertThat(PathRules.confirmed(call, "c1")).isTrue();
    }

    @Test
    void onlyTheLiveCommandIsConfirmed() {
        assertThat(SampleCalls.all())
                .filteredOn(call -> PathRules.confirmed(call, "c1"))
                .containsExactly(
                        SampleCalls.commanded(),
                        SampleCalls.accepted(),
                        SampleCalls.arrived(),
                        SampleCalls.driving(),
                        SampleCalls.completed());
        assertThat(SampleCalls.all()).noneMatch(call -> PathRules.confirmed(call, "c2"));
        assertThat(SampleCalls.all()).noneMatch(call -> PathRules.confirmed(call, ""));
    }

    @Test
    void aCommandIsObsoleteWhereTheCallWentAnotherWay() {
        Command other = new Command("c2", new DriverId("1004551"), 60);

        assertThat(SampleCalls.all())
                .filteredOn(call -> PathRules.obsolete(call, other.commandId()))
                .extracting(call -> call.state().getClass().getSimpleName() + " " + call.path())
                .containsExactly(
                        "General GENERAL",
                        "Completed SUPPORTERS",
                        "Accepted GENERAL",
                        "Arrived GENERAL",
                        "Driving GENERAL",
                        "Completed GENERAL",
                        "Cancelled SUPPORTERS",
                        "Cancelled GENERAL",
                        "Failed GENERAL",
                        "Failed SUPPORTERS");
    }

    @Test
    void theCallsOwnCommandIsNeverObsolete() {
        assertThat(SampleCalls.all())
                .filteredOn(call -> call.commandId().equals("c1") || call.hadCommand("c1"))
                .hasSize(8)
                .noneMatch(call -> PathRules.obsolete(call, "c1"));
    }
}
