package dev.supporters.gateway.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supporters.contract.Position;
import dev.supporters.gateway.call.ListCallRules.LastPosition;
import dev.supporters.gateway.call.ListCallRules.SearchPoint;
import dev.supporters.gateway.call.ListCallRules.WithoutPosition;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.proto.common.v1.ErrorReason;

import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Around which place a driver sees open calls. */
class ListCallRulesTest {

    private static final Instant NOW = Instant.parse("2026-11-20T12:30:00Z");
    private static final Position PANGYO = new Position(37.3943, 127.1106);
    private static final Position GANGNAM = new Position(37.4979, 127.0276);

    /** 900 m to the north of Pangyo. */
    private static final Position NEAR_PANGYO = new Position(37.4024, 127.1106);

    private final ListCallRules rules = rules(WithoutPosition.MEMBERS);

    @Test
    void whoIsWhereTheAppSaysSeesTheCallsThere() {
        assertThat(rules.around(NEAR_PANGYO, seen(PANGYO, NOW), false, NOW))
                .isEqualTo(new SearchPoint(NEAR_PANGYO, false));
    }

    @Test
    void whoSaysToBeElsewhereSeesTheCallsAroundTheLastReportedPosition() {
        assertThat(rules.around(GANGNAM, seen(PANGYO, NOW), false, NOW))
                .isEqualTo(new SearchPoint(PANGYO, true));
        assertThat(rules.around(GANGNAM, seen(PANGYO, NOW), true, NOW))
                .as("a member")
                .isEqualTo(new SearchPoint(PANGYO, true));
    }

    @Test
    void aPositionCountsForTenMinutes() {
        Instant oldest = NOW.minus(Duration.ofMinutes(10));

        assertThat(rules.around(GANGNAM, seen(PANGYO, oldest), true, NOW).reported()).isTrue();
        assertThat(rules.around(GANGNAM, seen(PANGYO, oldest.minusMillis(1)), true, NOW))
                .isEqualTo(new SearchPoint(GANGNAM, false));
    }

    @Test
    void ofAMemberWithoutAPositionTheRequestIsBelieved() {
        assertThat(rules.around(GANGNAM, Optional.empty(), true, NOW))
                .isEqualTo(new SearchPoint(GANGNAM, false));
    }

    @Test
    void whoIsNoMemberAndReportsNothingIsNotOnDuty() {
        refused(rules, Optional.empty(), false);
        refused(rules, seen(PANGYO, NOW.minus(Duration.ofHours(1))), false);
    }

    @Test
    void anOperatorOfTheSystemDecidesWhoMayLookWithoutAPosition() {
        refused(rules(WithoutPosition.NOBODY), Optional.empty(), true);

        assertThat(rules(WithoutPosition.ALL).around(GANGNAM, Optional.empty(), false, NOW))
                .isEqualTo(new SearchPoint(GANGNAM, false));
    }

    private static void refused(ListCallRules rules, Optional<LastPosition> last, boolean member) {
        assertThatThrownBy(() -> rules.around(GANGNAM, last, member, NOW))
                .asInstanceOf(InstanceOfAssertFactories.type(Refusal.class))
                .satisfies(refusal -> {
                    assertThat(refusal.reason())
                            .isEqualTo(ErrorReason.ERROR_REASON_POSITION_UNKNOWN);
                    assertThat(refusal.expected())
                            .isEqualTo("one that was reported within the last 10 minutes");
                });
    }

    private static ListCallRules rules(WithoutPosition withoutPosition) {
        return new ListCallRules(Duration.ofMinutes(10), 1000, withoutPosition);
    }

    private static Optional<LastPosition> seen(Position position, Instant time) {
        return Optional.of(new LastPosition(position, time));
    }
}
