package dev.supporters.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

import java.time.Duration;

class RunConditionsTest {

    @Test
    void withoutAnOutageAllTheTimeCounts() {
        assertThat(longest(new ScriptedWaits(), 0, 30)).isEqualTo(Duration.ofSeconds(30));
        assertThat(longest(new ScriptedWaits().rate(60), 0, 30)).isEqualTo(Duration.ofMillis(500));
        assertThat(longest(new ScriptedWaits(), 30, 30)).isZero();
        assertThat(longest(new ScriptedWaits(), 31, 30)).isZero();
    }

    @Test
    void theLongestTimeBetweenOutagesCounts() {
        ScriptedWaits waits =
                new ScriptedWaits().outage(10, 20).outage(15, 22).outage(30, 31).outage(50, 90);

        assertThat(longest(waits, 0, 60)).isEqualTo(Duration.ofSeconds(19));
        assertThat(longest(waits, 0, 29)).isEqualTo(Duration.ofSeconds(10));
        assertThat(longest(waits, 12, 30)).isEqualTo(Duration.ofSeconds(8));
        assertThat(longest(waits, 12, 21)).isZero();
        assertThat(longest(waits, 60, 100)).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void aClockThatStandsStillPlaysNoNight() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ScriptedWaits().rate(0).conditions())
                .withMessage("rate: 0.0 (expected: more than 0)");
    }

    private static Duration longest(ScriptedWaits waits, int from, int to) {
        return waits.conditions()
                .longestPossible(ScriptedEvents.instant(from), ScriptedEvents.instant(to));
    }
}
