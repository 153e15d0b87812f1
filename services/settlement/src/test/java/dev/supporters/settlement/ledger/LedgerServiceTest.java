package dev.supporters.settlement.ledger;

import static dev.supporters.settlement.ledger.SettledNight.WORK;
import static dev.supporters.settlement.ledger.SettledNight.assertRefused;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.supporters.proto.common.v1.ErrorReason;
import dev.supporters.settlement.Night;
import dev.supporters.settlement.pay.Fact;
import dev.supporters.settlement.pay.TimeClass;
import dev.supporters.testkit.Race;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

class LedgerServiceTest {

    private final SettledNight night = new SettledNight();

    @Test
    void postsNothingBeforeTheWorkHasEnded() {
        night.add(new Night().begun().accepted("k", 600).list());

        Statement statement = night.statements.get(WORK);

        assertThat(statement.calculation().ended()).isFalse();
        assertThat(statement.calculation().end()).isEqualTo(night.clock.instant());
        assertThat(statement.calculation().paidSeconds()).isEqualTo(7_200);
        assertThat(statement.entries()).isEmpty();
        assertThat(night.told()).isEmpty();
    }

    @Test
    void postsTheClassesWhenTheWorkHasEnded() {
        // When
        night.add(
                new Night()
                        .begun()
                        .accepted("k", 600)
                        .pickedUp("k", 900)
                        .over("k", 1_800)
                        .ended(3_600)
                        .list());
        // Then
        Statement statement = night.statements.get(WORK);
        assertThat(statement.calculation().ended()).isTrue();
        assertThat(statement.entries())
                .containsExactly(
                        new LedgerEntry(1, TimeClass.DRIVING, 900, night.clock.instant()),
                        new LedgerEntry(2, TimeClass.TO_CUSTOMER, 300, night.clock.instant()),
                        new LedgerEntry(3, TimeClass.WAITING, 2_400, night.clock.instant()));
        assertThat(statement.calculation().paidMinutes()).isEqualTo(60);
        assertThat(statement.total()).isEqualTo(14_000);
        assertThat(night.told()).hasSize(1);
        assertThat(night.told().getFirst().getWorkId()).isEqualTo(Night.WORK);
        assertThat(night.told().getFirst().getPosted().getEntriesList())
                .extracting(entry -> entry.getSeconds())
                .containsExactly(900L, 300L, 2_400L);
    }

    @Test
    void factsThatComeBeforeTheBeginAreKept() {
        // Given
        List<Fact> facts =
                new Night().begun().accepted("k", 600).over("k", 900).ended(3_600).list();
        night.add(facts.reversed().subList(0, 3));
        assertRefused(
                ErrorReason.ERROR_REASON_STATEMENT_NOT_FOUND, () -> night.statements.get(WORK));
        // When
        night.add(facts.subList(0, 1));
        // Then
        assertThat(night.statements.get(WORK).calculation().seconds().of(TimeClass.TO_CUSTOMER))
                .isEqualTo(300);
        assertThat(night.told()).hasSize(1);
    }

    @Test
    void aLateFactIsCorrectedByNewEntries() {
        // Given
        night.add(new Night().begun().ended(3_600).list());
        night.clock.advance(Duration.ofMinutes(5));
        // When
        night.add(List.of(new Fact.Rested("late-1", Night.at(600), 2)));
        night.add(List.of(new Fact.Resumed("late-2", Night.at(1_200), 3)));
        // Then
        assertThat(night.statements.get(WORK).entries())
                .extracting(LedgerEntry::timeClass, LedgerEntry::seconds)
                .containsExactly(
                        tuple(TimeClass.WAITING, 3_600L),
                        tuple(TimeClass.RESTING, 3_000L),
                        tuple(TimeClass.WAITING, -3_000L),
                        tuple(TimeClass.RESTING, -2_400L),
                        tuple(TimeClass.WAITING, 2_400L));
        assertThat(night.statements.get(WORK).calculation().paidMinutes()).isEqualTo(50);
        assertThat(night.statements.recompute(WORK).same()).isTrue();
        assertThat(night.told()).hasSize(3);
    }

    @Test
    void theSameFactTwiceIsOne() {
        List<Fact> facts =
                new Night().begun().accepted("k", 600).over("k", 900).ended(3_600).list();
        night.add(facts);
        long version = night.store.find(Night.WORK).orElseThrow().version();

        night.add(facts);

        assertThat(night.store.find(Night.WORK).orElseThrow().version()).isEqualTo(version);
        assertThat(night.told()).hasSize(1);
    }

    @Test
    void factsFromSeveralConsumersAtOnceAreAllKept() {
        // Given
        List<Callable<Boolean>> adders =
                IntStream.range(0, 16)
                        .<Callable<Boolean>>mapToObj(i ->
                                () -> {
                                    night.ledgers.add(
                                            Night.WORK_ID,
                                            Night.DRIVER,
                                            new Fact.Unreachable("lost-" + i, Night.at(i)));
                                    return true;
                                })
                        .toList();
        // When
        Race.run(adders);
        // Then
        assertThat(night.store.find(Night.WORK).orElseThrow().value().facts().all()).hasSize(16);
    }

    @Test
    void countsPaidSecondsByClass() {
        night.add(new Night().begun().rested(600, 2).resumed(1_200, 3).ended(3_600).list());

        assertThat(
                        night.meters
                                .counter(
                                        "supporters_settlement_paid_seconds_total",
                                        "class",
                                        "waiting")
                                .count())
                .isEqualTo(3_000);
        assertThat(
                        night.meters
                                .find("supporters_settlement_paid_seconds_total")
                                .tag("class", "resting")
                                .counter())
                .isNull();
        assertThat(
                        night.meters
                                .counter("supporters_settlement_postings_total", "kind", "first")
                                .count())
                .isEqualTo(1);
    }
}
