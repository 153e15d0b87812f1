package dev.supporters.settlement.ledger;

import dev.supporters.contract.WorkId;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.store.AggregateStore;
import dev.supporters.platform.store.Versioned;
import dev.supporters.proto.common.v1.ErrorReason;
import dev.supporters.settlement.pay.ClassSeconds;
import dev.supporters.settlement.pay.PayCalculation;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Reads what shifts are paid. */
@ApplicationScoped
public class StatementService {

    private final AggregateStore<Ledger> ledgers;
    private final LedgerRepository repository;
    private final Clock clock;

    StatementService(AggregateStore<Ledger> ledgers, LedgerRepository repository, Clock clock) {
        this.ledgers = ledgers;
        this.repository = repository;
        this.clock = clock;
    }

    public Statement get(WorkId workId) {
        return Statement.of(ledger(workId), clock.instant()).orElseThrow(() -> notFound(workId));
    }

    /** By shift id, after the token's. */
    public Page list(LocalDate businessDate, String token, int size) {
        Instant now = clock.instant();
        List<Ledger> found = repository.of(businessDate, token, size + 1);
        List<Ledger> shown = found.size() > size ? found.subList(0, size) : found;
        List<Statement> statements =
                shown.stream().flatMap(ledger -> Statement.of(ledger, now).stream()).toList();
        return new Page(statements, found.size() > size ? shown.getLast().workId().value() : "");
    }

    public Recomputation recompute(WorkId workId) {
        Ledger ledger = ledger(workId);
        Statement statement =
                Statement.recomputed(ledger, clock.instant()).orElseThrow(() -> notFound(workId));
        return new Recomputation(
                statement, ledger.posted().equals(expected(statement.calculation())));
    }

    /** Nothing is posted before the shift has ended. */
    private static ClassSeconds expected(PayCalculation calculation) {
        return calculation.ended() ? calculation.seconds() : ClassSeconds.ZERO;
    }

    static Refusal notFound(WorkId workId) {
        return new Refusal(
                ErrorReason.ERROR_REASON_STATEMENT_NOT_FOUND,
                "shift " + workId,
                "a shift that has begun");
    }

    private Ledger ledger(WorkId workId) {
        return ledgers.find(workId.value())
                .map(Versioned::value)
                .orElseThrow(() -> notFound(workId));
    }

    /** Some of many; the token is empty on the last page. */
    public record Page(List<Statement> statements, String nextToken) {

        public Page {
            statements = List.copyOf(statements);
        }
    }

    /** A statement from the events alone, and whether the ledger says the same. */
    public record Recomputation(Statement statement, boolean same) {}
}
