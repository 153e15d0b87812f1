package dev.supporters.settlement.ledger;

import static dev.supporters.settlement.ledger.Accounts.KEY;
import static dev.supporters.settlement.ledger.Accounts.assertRefused;
import static dev.supporters.settlement.ledger.Accounts.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.platform.store.Change;
import dev.supporters.proto.common.v1.ErrorReason;
import dev.supporters.settlement.Night;
import dev.supporters.settlement.reckoning.Fact;
import dev.supporters.settlement.reckoning.TimeClass;

import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

class StatementsTest {

    private final Accounts accounts = new Accounts();

    @Test
    void refusesStatementsOfWorksThatNeverWere() {
        ErrorReason notFound = ErrorReason.ERROR_REASON_STATEMENT_NOT_FOUND;

        assertRefused(notFound, () -> accounts.statements.get(KEY));
        assertRefused(notFound, () -> accounts.statements.recompute(KEY));
        assertRefused(notFound, () -> accounts.book.adjust(order("r1", 1)));
    }

    @Test
    void recomputesFromTheFactsAndSeesALedgerThatDiffers() {
        // Given
        accounts.add(new Night().begun().ended(3_600).list());
        accounts.documents.change(
                Night.WORK,
                "",
                (current, version) -> {
                    Ledger ledger = current.orElseThrow();
                    List<Entry> forged =
                            List.of(
                                    new Entry(
                                            1, TimeClass.WAITING, 7_200, accounts.clock.instant()));
                    return Optional.of(
                            Change.to(
                                    new Ledger(
                                            ledger.workId(),
                                            ledger.driverId(),
                                            ledger.facts(),
                                            forged,
                                            ledger.adjustments())));
                });
        // When
        Recomputed recomputed = accounts.statements.recompute(KEY);
        // Then
        assertThat(recomputed.same()).isFalse();
        assertThat(recomputed.account().reckoning().paidSeconds()).isEqualTo(3_600);
        assertThat(accounts.statements.get(KEY).reckoning().paidSeconds()).isEqualTo(7_200);
    }

    @Test
    void recomputesAnOpenWork() {
        accounts.add(new Night().begun().list());

        assertThat(accounts.statements.recompute(KEY).same()).isTrue();
    }

    @Test
    void listsABusinessDateByPages() {
        // Given
        for (String driver : List.of("d3", "d1", "d2")) {
            new Night()
                    .begun()
                    .list()
                    .forEach(
                            fact -> accounts.book.add(driver + "-driver-2026-11-20", driver, fact));
        }
        accounts.book.add(
                "d0-driver-2026-11-20",
                "d0",
                new Fact.Lost("x", Night.at(1))); // its begin is not known yet
        // When
        Page first = accounts.statements.list(Night.FRIDAY, "", 2);
        Page second = accounts.statements.list(Night.FRIDAY, first.nextToken(), 2);
        // Then
        assertThat(first.accounts()).extracting(Account::driverId).containsExactly("d1", "d2");
        assertThat(second.accounts()).extracting(Account::driverId).containsExactly("d3");
        assertThat(second.nextToken()).isEmpty();
        assertThat(accounts.statements.list(LocalDate.parse("2026-11-21"), "", 2).accounts())
                .isEmpty();
        assertThat(accounts.statements.list(Night.FRIDAY, "", 3).nextToken()).isEmpty();
    }
}
