package dev.supporters.dispatch.move;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supporters.contract.DriverId;
import dev.supporters.contract.Position;
import dev.supporters.dispatch.move.MoveTick.State;
import dev.supporters.dispatch.move.MoveTick.SupporterAtWork;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

class RestAdvisorTest {

    private static final Position HERE = new Position(37.50, 127.03);
    private static final RestAdvisor ALL =
            new RestAdvisor(Duration.ZERO, Duration.ofHours(1), .2, 1);

    @Test
    void advisesAFewOfTheIdleBetweenItsTimes() {
        List<SupporterAtWork> idle = supporters(400, State.IDLE, true);

        assertThat(advised(RestAdvisor.STANDARD, 1_199, idle)).isEmpty();
        assertThat(advised(RestAdvisor.STANDARD, 1_200, idle)).hasSizeBetween(8, 40);
        assertThat(advised(RestAdvisor.STANDARD, 4_200, idle)).isEmpty();
    }

    @Test
    void atMostTheShareRestsAtOnce() {
        List<SupporterAtWork> mixed =
                List.of(
                        supporter("a", State.RESTING, true),
                        supporter("b", State.IDLE, true),
                        supporter("c", State.IDLE, true),
                        supporter("d", State.DRIVING, true),
                        supporter("e", State.DRIVING, true),
                        supporter("f", State.DRIVING, true),
                        supporter("g", State.DRIVING, true),
                        supporter("h", State.DRIVING, true),
                        supporter("i", State.DRIVING, true),
                        supporter("j", State.DRIVING, true));

        assertThat(advised(ALL, 60, mixed)).containsExactly(new DriverId("b"));
    }

    @Test
    void leavesThoseWhoWorkOrHaveRested() {
        assertThat(advised(ALL, 60, supporters(50, State.DRIVING, true))).isEmpty();
        assertThat(advised(ALL, 60, supporters(50, State.IDLE, false))).isEmpty();
    }

    @Test
    void refusesSharesAboveOne() {
        assertThatThrownBy(() -> new RestAdvisor(Duration.ZERO, Duration.ZERO, 1.1, 0))
                .hasMessageContaining("1.1, 0.0 (expected: from 0 to 1)");
    }

    private static List<DriverId> advised(
            RestAdvisor advisor, double now, List<SupporterAtWork> supporters) {
        return advisor.advise(new MoveTick(now, 14_400, false, 7, Map.of(), supporters));
    }

    private static List<SupporterAtWork> supporters(int count, State state, boolean restOpen) {
        return IntStream.range(0, count).mapToObj(i -> supporter("" + i, state, restOpen)).toList();
    }

    private static SupporterAtWork supporter(String id, State state, boolean restOpen) {
        return new SupporterAtWork(
                new DriverId(id), state, HERE, 0, false, MoveTick.NEVER, MoveTick.NEVER, restOpen);
    }
}
