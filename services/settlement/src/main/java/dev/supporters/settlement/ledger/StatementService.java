package dev.supporters.settlement.ledger;

import dev.supporters.contract.ShiftEvents;
import dev.supporters.contract.WorkId;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.platform.store.AggregateStore;
import dev.supporters.platform.store.ListPage;
import dev.supporters.platform.store.Versioned;
import dev.supporters.proto.common.v1.ErrorReason;
import dev.supporters.proto.events.work.v1.WorkBegun;
import dev.supporters.settlement.archive.ShiftEventArchive;
import dev.supporters.settlement.pay.ClassSeconds;
import dev.supporters.settlement.pay.PayCalculation;
import dev.supporters.settlement.pay.PayTerms;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Reads what shifts are paid. */
@ApplicationScoped
public class StatementService {

    private final AggregateStore<Ledger> ledgers;
    private final LedgerRepository repository;
    private final ShiftEventArchive archive;
    private final Clock clock;

    StatementService(
            AggregateStore<Ledger> ledgers,
            LedgerRepository repository,
            ShiftEventArchive archive,
            Clock clock) {
        this.ledgers = ledgers;
        this.repository = repository;
        this.archive = archive;
        this.clock = clock;
    }

    public Statement get(WorkId workId) {
        return Statement.of(ledger(workId), clock.instant()).orElseThrow(() -> notFound(workId));
    }

    /** By shift id, after the token's. */
    public Page list(LocalDate businessDate, String token, int size) {
        Instant now = clock.instant();
        ListPage<Ledger> page =
                ListPage.of(
                        repository.of(businessDate, token, size + 1),
                        size,
                        ledger -> ledger.workId().value());
        List<Statement> statements =
                page.items().stream()
                        .flatMap(ledger -> Statement.of(ledger, now).stream())
                        .toList();
        return new Page(statements, page.nextToken());
    }

    public Recomputation recompute(WorkId workId) {
        return recompute(ledger(workId));
    }

    /** From the archived events; for a shift that is older than the archive, from the ledger's own facts. */
    Recomputation recompute(Ledger ledger) {
        Instant now = clock.instant();
        Statement statement =
                archived(ledger, now)
                        .or(() -> Statement.recomputed(ledger, now))
                        .orElseThrow(() -> notFound(ledger.workId()));
        return new Recomputation(statement, ledger.posted().equals(expected(statement)));
    }

    private Optional<Statement> archived(Ledger ledger, Instant now) {
        ShiftEvents events = archive.of(ledger.workId());
        return events.begun()
                .filter(begun -> ledger.facts().begun().isPresent())
                .map(begun -> {
                    WorkBegun terms = begun.getBegun();
                    PayCalculation calculation =
                            new PayCalculation(
                                    Timestamps.instant(begun.getEventTime()),
                                    events.end().orElse(now),
                                    events.end().isPresent(),
                                    StatementProtoMapper.seconds(events.seconds(now).orElseThrow()),
                                    new PayTerms(
                                            terms.getHourlyWage().getAmount(),
                                            terms.getHourlyWage().getCurrency(),
                                            terms.getRestPaid()));
                    return Statement.recomputed(
                            ledger,
                            calculation,
                            events.complete() ? Optional.empty() : ledger.heldBackBy(),
                            now);
                });
    }

    /** Nothing is posted before the shift has ended and all its events are known. */
    private static ClassSeconds expected(Statement statement) {
        return statement.isFinal() ? statement.calculation().seconds() : ClassSeconds.ZERO;
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
