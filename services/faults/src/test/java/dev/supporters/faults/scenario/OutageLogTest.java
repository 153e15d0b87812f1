package dev.supporters.faults.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.oracle.IncidentPeriod;
import dev.supporters.testkit.TestClock;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;

class OutageLogTest {

    private final TestClock clock = new TestClock();
    private final Instant begin = clock.instant();
    private final OutageLog log = new OutageLog(clock::instant);

    @Test
    void keepsWhatHasEndedAndWhatLastsUntilNow() {
        // Given
        OutageLog.OpenOutage store = log.begin("the store was away");
        clock.advance(Duration.ofSeconds(10));
        log.begin("call was killed");
        store.end();
        clock.advance(Duration.ofSeconds(5));

        // When and then
        assertThat(log.periods())
                .containsExactly(
                        new IncidentPeriod("the store was away", begin, begin.plusSeconds(10)),
                        new IncidentPeriod(
                                "call was killed", begin.plusSeconds(10), begin.plusSeconds(15)));
    }

    @Test
    void whatLastedNoTimeIsNone() {
        log.begin("call was killed").end();

        assertThat(log.periods()).isEmpty();
    }
}
