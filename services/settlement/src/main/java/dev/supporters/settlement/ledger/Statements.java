package dev.supporters.settlement.ledger;

import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.store.AggregateStore;
import dev.supporters.platform.store.Versioned;
import dev.supporters.proto.common.v1.ErrorReason;
import dev.supporters.settlement.reckoning.Reckoning;
import dev.supporters.settlement.reckoning.Seconds;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Reads what works are paid. */
@ApplicationScoped
public class Statements {

    private final AggregateStore<Ledger> documents;
    private final Ledgers ledgers;
    private final Clock clock;

    Statements(AggregateStore<Ledger> documents, Ledgers ledgers, Clock clock) {
        this.documents = documents;
        this.ledgers = ledgers;
        this.clock = clock;
    }

    public Account get(WorkKey key) {
        return Account.of(ledger(key), clock.instant()).orElseThrow(() -> notFound(key));
    }

    /** By work id, after the token's. */
    public Page list(LocalDate businessDate, String token, int size) {
        Instant now = clock.instant();
        List<Ledger> found = ledgers.of(businessDate, token, size + 1);
        List<Ledger> shown = found.size() > size ? found.subList(0, size) : found;
        List<Account> accounts =
                shown.stream().flatMap(ledger -> Account.of(ledger, now).stream()).toList();
        return new Page(accounts, found.size() > size ? shown.getLast().workId() : "");
    }

    public Recomputed recompute(WorkKey key) {
        Ledger ledger = ledger(key);
        Account anew = Account.anew(ledger, clock.instant()).orElseThrow(() -> notFound(key));
        return new Recomputed(anew, ledger.posted().equals(expected(anew.reckoning())));
    }

    /** Nothing is posted before the work has ended. */
    private static Seconds expected(Reckoning reckoning) {
        return reckoning.ended() ? reckoning.seconds() : Seconds.ZERO;
    }

    static Refusal notFound(WorkKey key) {
        return new Refusal(
                ErrorReason.ERROR_REASON_STATEMENT_NOT_FOUND,
                "work " + key.workId(),
                "a work that has begun");
    }

    private Ledger ledger(WorkKey key) {
        return documents.find(key.workId()).map(Versioned::value).orElseThrow(() -> notFound(key));
    }
}
