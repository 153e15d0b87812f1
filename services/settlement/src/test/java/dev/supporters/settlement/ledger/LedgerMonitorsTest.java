package dev.supporters.settlement.ledger;

import static dev.supporters.settlement.ledger.SettledNight.WORK;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.settlement.Night;
import dev.supporters.settlement.adapter.mongo.MongoLedgerRepository;

import io.quarkus.runtime.StartupEvent;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;

class LedgerMonitorsTest {

    private static final Instant DECIDED = Night.at(40_000);
    private static final Duration TWO_WEEKS = Duration.ofDays(14);

    private final SettledNight night = new SettledNight();

    @Test
    void operatorsSeePayThatIsHeldForTooLong() {
        // Given
        new LedgerMonitors(
                        new MongoLedgerRepository(night.store),
                        night.clock,
                        night.clock,
                        SettledNight.config(),
                        night.meters)
                .start(new StartupEvent());
        night.add(new Night().begun().ended(3_600).list());
        decide(1, true);
        // When
        night.clock.set(DECIDED.plus(TWO_WEEKS));
        night.clock.tick();
        // Then
        assertThat(overdue()).isZero();
        // When
        night.clock.advance(Duration.ofMinutes(1));
        night.clock.tick();
        // Then
        assertThat(overdue()).isEqualTo(1);
        // When
        decide(2, false);
        night.clock.advance(Duration.ofMinutes(1));
        night.clock.tick();
        // Then
        assertThat(overdue()).isZero();
    }

    private void decide(int number, boolean holds) {
        night.ledgers.decide(
                WORK,
                Night.DRIVER,
                new PayHolds.HoldDecision("refusals", number, holds, "operator-1", DECIDED));
    }

    private double overdue() {
        return night.meters.get("supporters_settlement_overdue_holds").gauge().value();
    }
}
