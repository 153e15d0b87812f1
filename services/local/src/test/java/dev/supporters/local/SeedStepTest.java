package dev.supporters.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.refusal.RefusalStatus;

import io.grpc.Status;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

class SeedStepTest {

    private static final Refusal REFUSAL = Refusal.invalid("veto", "PT150S", "at most PT2M");
    private static final String REFUSED =
            "The night cannot begin: the policy could not be stored: INVALID_ARGUMENT: veto: PT150S (expected: at most PT2M)";

    @Test
    void putsWhatIsAccepted() {
        List<String> put = new ArrayList<>();

        SeedStep.put("the policy", () -> put.add("policy"));

        assertThat(put).containsExactly("policy");
    }

    @Test
    void aServicesRefusalIsToldInOneLine() {
        assertThatThrownBy(() -> put(RefusalStatus.toStatus(REFUSAL)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(REFUSED);
    }

    @Test
    void aRefusalOfOurOwnIsToldInOneLine() {
        assertThatThrownBy(() -> put(REFUSAL))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(REFUSED);
    }

    @Test
    void aServiceThatDoesNotAnswerIsToldInOneLine() {
        Status status = Status.UNAVAILABLE.withDescription("io exception\nChannel Pipeline: []");

        assertThatThrownBy(() -> put(status.asRuntimeException()))
                .hasMessage(
                        "The night cannot begin: the policy could not be stored: UNAVAILABLE: io exception");
    }

    @Test
    void aStatusWithoutDescriptionIsToldByItsCode() {
        assertThatThrownBy(() -> put(Status.UNKNOWN.asRuntimeException()))
                .hasMessage("The night cannot begin: the policy could not be stored: UNKNOWN");
    }

    private static void put(RuntimeException answer) {
        SeedStep.put(
                "the policy",
                () -> {
                    throw answer;
                });
    }
}
