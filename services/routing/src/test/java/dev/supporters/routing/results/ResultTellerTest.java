package dev.supporters.routing.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supporters.contract.CallId;
import dev.supporters.contract.DriverId;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.proto.common.v1.ErrorReason;
import dev.supporters.routing.RoutingConfig;
import dev.supporters.routing.results.LegacySystem.DispatchResult;
import dev.supporters.routing.results.LegacySystem.LegacyAnswer;
import dev.supporters.testkit.TestClock;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;

import org.junit.jupiter.api.Test;

import java.time.Duration;
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

    private final TestClock clock = new TestClock();
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

    /** As after a week without a call, when the group's offsets have expired and the topic is read from its begin. */
    @Test
    void whatWasAcceptedLongAgoIsNotToldAgain() {
        ResultTeller teller = teller(LegacyAnswer.NOTED);

        clock.set(RESULT.acceptTime().plus(Duration.ofHours(24)));
        boolean inTime = teller.tell(RESULT);
        clock.advance(Duration.ofMillis(1));
        boolean late = teller.tell(RESULT);

        assertThat(inTime).isTrue();
        assertThat(late).isFalse();
        assertThat(told).containsExactly(RESULT);
    }

    private static RoutingConfig config() {
        return new SmallRyeConfigBuilder()
                .withMapping(RoutingConfig.class)
                .withConverter(Duration.class, 200, new DurationConverter())
                .build()
                .getConfigMapping(RoutingConfig.class);
    }

    private ResultTeller teller(LegacyAnswer answer) {
        return new ResultTeller(
                result -> {
                    told.add(result);
                    return answer;
                },
                withdrawn::add,
                config(),
                clock);
    }

    private static ResultTeller failing(ErrorReason reason) {
        return new ResultTeller(
                result -> LegacyAnswer.TAKEN,
                result -> {
                    throw new Refusal(reason, "x", "y");
                },
                config(),
                new TestClock());
    }
}
