package dev.supporters.commander.slot;

import static dev.supporters.commander.Refusals.assertRefused;
import static dev.supporters.commander.Samples.FARE;
import static dev.supporters.commander.Samples.ORIGIN;
import static dev.supporters.commander.Samples.VETO;
import static dev.supporters.commander.Samples.call;
import static dev.supporters.commander.Samples.driver;
import static dev.supporters.proto.common.v1.ErrorReason.ERROR_REASON_INVALID_ARGUMENT;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;

import dev.supporters.commander.slot.AssignmentOrder.CommandCandidate;
import dev.supporters.commander.slot.DecidedCommands.DecidedCommand;
import dev.supporters.commander.slot.DecidedCommands.Outcome;
import dev.supporters.proto.commander.v1.CommanderServiceOuterClass;
import dev.supporters.proto.commander.v1.Engagement;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.common.v1.RefusalConsequence;
import dev.supporters.proto.events.activity.v1.ActivityEvent;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

class ValuesTest {

    @Test
    void aCommandIsNamedByItsIdOrItsCall() {
        assertRefused(ERROR_REASON_INVALID_ARGUMENT, () -> CommandKey.of("", ""));
        assertThat(CommandKey.of("c", "1")).hasToString("command c");
        assertThat(CommandKey.of("", "1")).hasToString("call 1");
    }

    @Test
    void aVetoIsLongerThanNothingAndAtMostTwoMinutes() {
        CommandCandidate candidate = new CommandCandidate(driver("7"), 1);

        assertRefused(
                ERROR_REASON_INVALID_ARGUMENT, () -> order(List.of(candidate), Duration.ZERO));
        assertRefused(
                ERROR_REASON_INVALID_ARGUMENT,
                () -> order(List.of(candidate), Duration.ofSeconds(-1)));
        assertRefused(
                ERROR_REASON_INVALID_ARGUMENT,
                () -> order(List.of(candidate), Duration.ofMillis(120_001)));
    }

    @Test
    void aRefusedCallGoesToGeneralDispatchUnlessSaid() {
        assertThat(order(List.of(), VETO).onRefusal())
                .isEqualTo(RefusalConsequence.REFUSAL_CONSEQUENCE_GENERAL);
    }

    @Test
    void theNewestTwentyDecidedCommandsAreRemembered() {
        DecidedCommands decided = DecidedCommands.NONE;
        for (int i = 1; i <= 25; i++) {
            decided =
                    decided.plus(
                            new DecidedCommand("c" + i, call("" + i), new Outcome.Accepted(true)));
        }

        assertThat(decided.all()).hasSize(20);
        assertThat(decided.newest(CommandKey.of("c5", ""))).isEmpty();
        assertThat(decided.newest(CommandKey.of("c6", ""))).isPresent();
        assertThat(decided.newest(call("25"))).isPresent();
    }

    @Test
    void nothingThatADriverCanSeeHasAFieldForTheDestination() {
        Set<Descriptor> seen = new HashSet<>();
        collect(Engagement.getDescriptor(), seen);
        collect(ActivityEvent.getDescriptor(), seen);
        CommanderServiceOuterClass.getDescriptor()
                .getMessageTypes()
                .forEach(type -> collect(type, seen));

        assertThat(seen)
                .flatExtracting(Descriptor::getFields)
                .extracting(FieldDescriptor::getName)
                .isNotEmpty()
                .noneMatch(name -> name.contains("destination") || name.contains("stopover"));
    }

    private static void collect(Descriptor type, Set<Descriptor> seen) {
        if (seen.add(type)) {
            type.getFields().stream()
                    .filter(field -> field.getJavaType() == FieldDescriptor.JavaType.MESSAGE)
                    .forEach(field -> collect(field.getMessageType(), seen));
        }
    }

    private static AssignmentOrder order(List<CommandCandidate> candidates, Duration veto) {
        return new AssignmentOrder(
                call("1"),
                Product.PRODUCT_DRIVER,
                candidates,
                ORIGIN,
                FARE,
                veto,
                RefusalConsequence.REFUSAL_CONSEQUENCE_UNSPECIFIED);
    }
}
