package dev.supporters.settlement.ledger;

import static dev.supporters.settlement.ledger.SettledNight.WORK;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.settlement.Night;
import dev.supporters.settlement.adapter.mongo.MongoLedgerRepository;
import dev.supporters.settlement.pay.Fact;
import dev.supporters.settlement.pay.TimeClass;

import io.quarkus.runtime.StartupEvent;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;

/** An event of a shift that does not come: nobody is paid by what is left. */
class HeldBackStatementTest {

    private static final List<Fact> COMPLETE =
            new Night().begun().rested(600, 2, 1).resumed(1_200, 3, 2).ended(3_600, 4, 3).list();
    private static final Fact RESUMED = COMPLETE.get(2);

    private final SettledNight night = new SettledNight();

    @Test
    void aStatementWithAMissingEventIsNotFinalAndPostsNothing() {
        night.add(without(RESUMED));

        Statement statement = night.statements.get(WORK);
        assertThat(statement.isFinal()).isFalse();
        assertThat(statement.heldBackBy()).contains(3L);
        assertThat(statement.entries()).isEmpty();
        assertThat(night.told()).isEmpty();
        assertThat(StatementProtoMapper.toProto(statement).getFinal()).isFalse();
        assertThat(StatementProtoMapper.toProto(statement).getMissingVersion()).isEqualTo(3);
    }

    @Test
    void itIsPostedOnceWhenTheMissingEventComes() {
        night.add(without(RESUMED));

        night.add(List.of(RESUMED));

        Statement statement = night.statements.get(WORK);
        assertThat(statement.isFinal()).isTrue();
        assertThat(statement.calculation().seconds().of(TimeClass.RESTING)).isEqualTo(600);
        assertThat(statement.calculation().paidSeconds()).isEqualTo(3_000);
        assertThat(night.told()).hasSize(1);
        assertThat(night.statements.recompute(WORK).same()).isTrue();
    }

    @Test
    void inWhateverOrderTheEventsComeTheStatementIsFinalWithTheLastOfThem() {
        night.add(COMPLETE.reversed());

        assertThat(night.statements.get(WORK).isFinal()).isTrue();
        assertThat(night.told()).hasSize(1);
    }

    @Test
    void versionsWithoutAnEventAreNoGap() {
        night.add(
                new Night()
                        .begun()
                        .rested(600, 3, 1)
                        .resumed(1_200, 4, 3)
                        .windowEnded(3_600, 7, 4)
                        .ended(4_000, 8, 7)
                        .list());

        assertThat(night.statements.get(WORK).isFinal()).isTrue();
    }

    @Test
    void factsThatWereStoredWithoutVersionsHoldNothingBack() {
        night.add(new Night().begun().rested(600, 2).ended(3_600).list());

        assertThat(night.statements.get(WORK).isFinal()).isTrue();
    }

    @Test
    void operatorsSeeHowManyStatementsAreHeldBack() {
        // Given
        new LedgerMonitors(
                        new MongoLedgerRepository(night.store),
                        night.clock,
                        night.clock,
                        SettledNight.config(),
                        night.meters)
                .start(new StartupEvent());
        night.add(without(RESUMED));

        // When
        night.clock.advance(Duration.ofMinutes(2));
        night.clock.tick();
        // Then
        assertThat(heldBack()).isEqualTo(1);

        // When
        night.add(List.of(RESUMED));
        night.clock.tick();
        // Then
        assertThat(heldBack()).isZero();
    }

    @Test
    void whatAnOperatorHasCorrectedIsNotShownAsHeldBackAnyMore() {
        new LedgerMonitors(
                        new MongoLedgerRepository(night.store),
                        night.clock,
                        night.clock,
                        SettledNight.config(),
                        night.meters)
                .start(new StartupEvent());
        night.add(without(RESUMED));
        night.ledgers.adjust(SettledNight.order("r1", 5_000));

        night.clock.tick();

        assertThat(heldBack()).isZero();
        assertThat(night.statements.get(WORK).isFinal()).isFalse();
    }

    private double heldBack() {
        return night.meters.get("supporters_settlement_held_back_statements").gauge().value();
    }

    private static List<Fact> without(Fact missing) {
        return COMPLETE.stream().filter(fact -> !fact.equals(missing)).toList();
    }
}
