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

import dev.supporters.proto.commander.v1.CommanderServiceOuterClass;
import dev.supporters.proto.commander.v1.Engagement;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.common.v1.RefusalConsequence;
import dev.supporters.proto.events.activity.v1.ActivityEvent;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

class ValuesTest {

    @Test
    void idsHaveBounds() {
        assertRefused(ERROR_REASON_INVALID_ARGUMENT, () -> new DriverId(""));
        assertRefused(ERROR_REASON_INVALID_ARGUMENT, () -> new DriverId("x".repeat(101)));
        assertRefused(ERROR_REASON_INVALID_ARGUMENT, () -> new DriverId("closed/254137"));
        assertRefused(ERROR_REASON_INVALID_ARGUMENT, () -> new CallId(" "));
        assertRefused(ERROR_REASON_INVALID_ARGUMENT, () -> new CommandKey("", ""));
        assertRefused(ERROR_REASON_INVALID_ARGUMENT, () -> new Candidate(driver("7"), -1));
    }

    @Test
    void anOrderHasBounds() {
        Candidate candidate = new Candidate(driver("7"), 1);

        assertThat(order(Collections.nCopies(128, candidate), VETO).candidates()).hasSize(128);
        assertRefused(
                ERROR_REASON_INVALID_ARGUMENT,
                () -> order(Collections.nCopies(129, candidate), VETO));
        assertRefused(
                ERROR_REASON_INVALID_ARGUMENT, () -> order(List.of(candidate), Duration.ZERO));
        assertRefused(
                ERROR_REASON_INVALID_ARGUMENT,
                () -> order(List.of(candidate), Duration.ofSeconds(-1)));
        assertRefused(
                ERROR_REASON_INVALID_ARGUMENT,
                () -> order(List.of(candidate), Duration.ofMillis(120_001)));
        assertRefused(
                ERROR_REASON_INVALID_ARGUMENT,
                () ->
                        new Order(
                                call("1"),
                                Product.PRODUCT_UNSPECIFIED,
                                List.of(),
                                ORIGIN,
                                FARE,
                                VETO,
                                RefusalConsequence.REFUSAL_CONSEQUENCE_FAIL));
    }

    @Test
    void whatBecomesOfARefusedCallIsGeneralDispatchUnlessSaid() {
        assertThat(order(List.of(), VETO).onRefusal())
                .isEqualTo(RefusalConsequence.REFUSAL_CONSEQUENCE_GENERAL);
    }

    @Test
    void theNewestTwentyDecidedCommandsAreRemembered() {
        Decisions decisions = Decisions.NONE;
        for (int i = 1; i <= 25; i++) {
            decisions =
                    decisions.plus(new Decided("c" + i, call("" + i), new Outcome.Accepted(true)));
        }

        assertThat(decisions.all()).hasSize(20);
        assertThat(decisions.newest(new CommandKey("c5", ""))).isEmpty();
        assertThat(decisions.newest(new CommandKey("c6", ""))).isPresent();
        assertThat(decisions.newest(call("25"))).isPresent();
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

    private static Order order(List<Candidate> candidates, Duration veto) {
        return new Order(
                call("1"),
                Product.PRODUCT_DRIVER,
                candidates,
                ORIGIN,
                FARE,
                veto,
                RefusalConsequence.REFUSAL_CONSEQUENCE_UNSPECIFIED);
    }
}
