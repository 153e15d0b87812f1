package dev.supporters.settlement.ledger;

import static dev.supporters.settlement.ledger.Accounts.KEY;
import static dev.supporters.settlement.ledger.Accounts.assertRefused;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.supporters.proto.common.v1.ErrorReason;
import dev.supporters.proto.settlement.v1.LedgerEntry;
import dev.supporters.settlement.Night;
import dev.supporters.settlement.reckoning.Fact;
import dev.supporters.settlement.reckoning.TimeClass;
import dev.supporters.testkit.Race;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

class LedgerBookTest {

    private final Accounts accounts = new Accounts();

    @Test
    void postsNothingBeforeTheWorkHasEnded() {
        accounts.add(new Night().begun().accepted("k", 600).list());

        Account account = accounts.statements.get(KEY);

        assertThat(account.reckoning().ended()).isFalse();
        assertThat(account.reckoning().end()).isEqualTo(accounts.clock.instant());
        assertThat(account.reckoning().paidSeconds()).isEqualTo(7_200);
        assertThat(account.entries()).isEmpty();
        assertThat(accounts.told()).isEmpty();
    }

    @Test
    void postsTheClassesWhenTheWorkHasEnded() {
        // When
        accounts.add(
                new Night()
                        .begun()
                        .accepted("k", 600)
                        .pickedUp("k", 900)
                        .over("k", 1_800)
                        .ended(3_600)
                        .list());
        // Then
        Account account = accounts.statements.get(KEY);
        assertThat(account.reckoning().ended()).isTrue();
        assertThat(account.entries())
                .containsExactly(
                        new Entry(1, TimeClass.DRIVING, 900, accounts.clock.instant()),
                        new Entry(2, TimeClass.TO_CUSTOMER, 300, accounts.clock.instant()),
                        new Entry(3, TimeClass.WAITING, 2_400, accounts.clock.instant()));
        assertThat(account.reckoning().paidMinutes()).isEqualTo(60);
        assertThat(account.total()).isEqualTo(14_000);
        assertThat(accounts.told()).hasSize(1);
        assertThat(accounts.told().getFirst().getWorkId()).isEqualTo(Night.WORK);
        assertThat(accounts.told().getFirst().getPosted().getEntriesList())
                .extracting(LedgerEntry::getSeconds)
                .containsExactly(900L, 300L, 2_400L);
    }

    @Test
    void factsThatComeBeforeTheBeginAreKept() {
        // Given
        List<Fact> facts =
                new Night().begun().accepted("k", 600).over("k", 900).ended(3_600).list();
        accounts.add(facts.reversed().subList(0, 3));
        assertRefused(
                ErrorReason.ERROR_REASON_STATEMENT_NOT_FOUND, () -> accounts.statements.get(KEY));
        // When
        accounts.add(facts.subList(0, 1));
        // Then
        assertThat(accounts.statements.get(KEY).reckoning().seconds().of(TimeClass.TO_CUSTOMER))
                .isEqualTo(300);
        assertThat(accounts.told()).hasSize(1);
    }

    @Test
    void aLateFactIsCorrectedByNewEntries() {
        // Given
        accounts.add(new Night().begun().ended(3_600).list());
        accounts.clock.advance(Duration.ofMinutes(5));
        // When
        accounts.add(List.of(new Fact.Rested("late-1", Night.at(600), 2)));
        accounts.add(List.of(new Fact.Resumed("late-2", Night.at(1_200), 3)));
        // Then
        assertThat(accounts.statements.get(KEY).entries())
                .extracting(Entry::timeClass, Entry::seconds)
                .containsExactly(
                        tuple(TimeClass.WAITING, 3_600L),
                        tuple(TimeClass.RESTING, 3_000L),
                        tuple(TimeClass.WAITING, -3_000L),
                        tuple(TimeClass.RESTING, -2_400L),
                        tuple(TimeClass.WAITING, 2_400L));
        assertThat(accounts.statements.get(KEY).reckoning().paidMinutes()).isEqualTo(50);
        assertThat(accounts.statements.recompute(KEY).same()).isTrue();
        assertThat(accounts.told()).hasSize(3);
    }

    @Test
    void theSameFactTwiceIsOne() {
        List<Fact> facts =
                new Night().begun().accepted("k", 600).over("k", 900).ended(3_600).list();
        accounts.add(facts);
        long version = accounts.documents.find(Night.WORK).orElseThrow().version();

        accounts.add(facts);

        assertThat(accounts.documents.find(Night.WORK).orElseThrow().version()).isEqualTo(version);
        assertThat(accounts.told()).hasSize(1);
    }

    @Test
    void factsFromSeveralConsumersAtOnceAreAllKept() {
        // Given
        List<Callable<Boolean>> adders =
                IntStream.range(0, 16)
                        .<Callable<Boolean>>mapToObj(i ->
                                () -> {
                                    accounts.book.add(
                                            Night.WORK,
                                            "d1",
                                            new Fact.Lost("lost-" + i, Night.at(i)));
                                    return true;
                                })
                        .toList();
        // When
        Race.run(adders);
        // Then
        assertThat(accounts.documents.find(Night.WORK).orElseThrow().value().facts().all())
                .hasSize(16);
    }

    @Test
    void countsPaidSecondsByClass() {
        accounts.add(new Night().begun().rested(600, 2).resumed(1_200, 3).ended(3_600).list());

        assertThat(
                        accounts.meters
                                .counter(
                                        "supporters_settlement_paid_seconds_total",
                                        "class",
                                        "waiting")
                                .count())
                .isEqualTo(3_000);
        assertThat(
                        accounts.meters
                                .find("supporters_settlement_paid_seconds_total")
                                .tag("class", "resting")
                                .counter())
                .isNull();
        assertThat(
                        accounts.meters
                                .counter("supporters_settlement_postings_total", "kind", "first")
                                .count())
                .isEqualTo(1);
    }
}
