package dev.supporters.routing.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supporters.contract.CallId;
import dev.supporters.contract.DriverId;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.proto.common.v1.ErrorReason;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

class ResultTellerTest {

    private static final DispatchResult RESULT =
            new DispatchResult(
                    new CallId("254137"),
                    new DriverId("1004550"),
                    "command-1",
                    Instant.parse("2026-11-20T12:30:00Z"));

    private final List<DispatchResult> told = new ArrayList<>();
    private final List<DispatchResult> withdrawn = new ArrayList<>();

    @Test
    void tellsTheLegacySystem() {
        teller(LegacyAnswer.NOTED).tell(RESULT);

        assertThat(told).containsExactly(RESULT);
        assertThat(withdrawn).isEmpty();
    }

    @Test
    void freesTheSupporterWhereACommissionDriverHasTheCall() {
        teller(LegacyAnswer.TAKEN).tell(RESULT);

        assertThat(withdrawn).containsExactly(RESULT);
    }

    @Test
    void leavesADriveThatHasBegunAlone() {
        assertThatCode(() -> failing(ErrorReason.ERROR_REASON_CALL_PICKED_UP).tell(RESULT))
                .doesNotThrowAnyException();
    }

    @Test
    void isToldAgainWhenTheCommanderFails() {
        assertThatThrownBy(() -> failing(ErrorReason.ERROR_REASON_UNAVAILABLE).tell(RESULT))
                .isInstanceOf(Refusal.class);
    }

    private ResultTeller teller(LegacyAnswer answer) {
        return new ResultTeller(
                result -> {
                    told.add(result);
                    return answer;
                },
                withdrawn::add);
    }

    private static ResultTeller failing(ErrorReason reason) {
        return new ResultTeller(
                result -> LegacyAnswer.TAKEN,
                result -> {
                    throw new Refusal(reason, "x", "y");
                });
    }
}
