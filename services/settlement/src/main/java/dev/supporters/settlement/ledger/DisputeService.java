package dev.supporters.settlement.ledger;

import dev.supporters.contract.DriverId;
import dev.supporters.contract.WorkId;
import dev.supporters.platform.event.Event;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.refusal.Require;
import dev.supporters.platform.store.AggregateStore;
import dev.supporters.platform.store.Change;
import dev.supporters.platform.store.ListPage;
import dev.supporters.platform.store.RequestCause;
import dev.supporters.proto.common.v1.ErrorReason;
import dev.supporters.settlement.SettlementConfig;
import dev.supporters.settlement.pay.Fact;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The life of disputes. They are a part of the ledger, so that a statement has one open dispute at most, an answer is given once, and what
 * it grants is stored with it.
 */
@ApplicationScoped
public class DisputeService {

    /** Whoever is not content with so many answers must talk to somebody. */
    static final int MOST = 10;

    private static final int TEXT_LENGTH = 1_000;

    private final AggregateStore<Ledger> ledgers;
    private final LedgerRepository repository;
    private final Clock clock;
    private final SettlementConfig config;

    DisputeService(
            AggregateStore<Ledger> ledgers,
            LedgerRepository repository,
            Clock clock,
            SettlementConfig config) {
        this.ledgers = ledgers;
        this.repository = repository;
        this.clock = clock;
        this.config = config;
    }

    /** Opens a dispute, once. */
    public ShownDispute open(String requestId, WorkId workId, String text) {
        Require.requestId(requestId);
        Require.text(text, "text", TEXT_LENGTH);
        Ledger ledger =
                ledgers.react(
                                workId.value(),
                                "",
                                (current, version) ->
                                        current.flatMap(found -> open(found, requestId, text)))
                        .orElseThrow(() -> StatementService.notFound(workId))
                        .value();
        return opened(ledger, requestId)
                .map(dispute -> found(ledger, dispute))
                .orElseThrow(() -> StatementService.notFound(workId));
    }

    private Optional<Change<Ledger>> open(Ledger ledger, String requestId, String text) {
        Optional<Dispute> before = opened(ledger, requestId);
        if (before.isPresent()) {
            if (!before.get().text().equals(text)) {
                throw RequestCause.reused(requestId, "the dispute that it was used for");
            }
            return Optional.empty();
        }
        if (ledger.facts().begun().isEmpty()) {
            throw StatementService.notFound(ledger.workId());
        }
        Instant now = now();
        ledger.openDispute()
                .ifPresent(open -> {
                    throw new Refusal(
                            ErrorReason.ERROR_REASON_DISPUTE_OPEN,
                            "dispute " + id(ledger, open) + " is open",
                            "an answer to it, or that it is withdrawn");
                });
        requireInTime(ledger, now);
        if (ledger.disputes().size() >= MOST) {
            throw new Refusal(
                    ErrorReason.ERROR_REASON_TOO_MANY_DISPUTES,
                    ledger.disputes().size() + " disputes",
                    "at most " + MOST + " of a statement");
        }
        Dispute dispute =
                new Dispute(ledger.disputes().size() + 1, requestId, text, now, Optional.empty());
        Ledger after = ledger.with(dispute);
        return Optional.of(
                Change.to(
                        after,
                        SettlementEvents.disputed(after, dispute, after.driverId().value(), now)));
    }

    private void requireInTime(Ledger ledger, Instant now) {
        Instant end =
                ledger.facts()
                        .ended()
                        .map(Fact.Ended::time)
                        .orElseThrow(() ->
                                new Refusal(
                                        ErrorReason.ERROR_REASON_DISPUTE_NOT_IN_TIME,
                                        "the shift goes on",
                                        "a shift that has ended"));
        Instant last = end.plus(config.disputePeriod());
        if (now.isAfter(last)) {
            throw new Refusal(
                    ErrorReason.ERROR_REASON_DISPUTE_NOT_IN_TIME, "now: " + now, "until " + last);
        }
    }

    /** Answers a dispute, once; of several answers the first counts. */
    public ShownDispute answer(DisputeAnswer answer) {
        return close(
                answer.disputeId(),
                (ledger, dispute) -> {
                    Instant now = now();
                    Dispute.Closing closing = answer.closing(now);
                    if (isClosedBy(dispute, closing)) {
                        return Optional.empty();
                    }
                    Ledger adjusted =
                            answer.adjustment()
                                    .map(order -> adjusted(ledger, order, now))
                                    .orElse(ledger);
                    List<Event> events = new ArrayList<>();
                    Dispute closed = dispute.closed(closing);
                    Ledger after = adjusted.with(closed);
                    events.add(SettlementEvents.disputed(after, closed, answer.actor(), now));
                    if (answer.adjustment().isPresent()) {
                        events.add(SettlementEvents.adjusted(after, after.adjustments().getLast()));
                    }
                    return Optional.of(new Change<>(after, events));
                });
    }

    /** A key that has corrected the statement otherwise cannot grant anything. */
    private static Ledger adjusted(Ledger ledger, AdjustmentOrder order, Instant now) {
        return AdjustmentRule.apply(ledger, order, now)
                .orElseThrow(() ->
                        RequestCause.reused(
                                order.requestId(), "the correction that it was used for"));
    }

    /** Takes a dispute back, once. Refused: DISPUTE_NOT_FOUND, if it is another driver's. */
    public ShownDispute withdraw(String requestId, Dispute.Id disputeId, DriverId driverId) {
        Require.requestId(requestId);
        return close(
                disputeId,
                (ledger, dispute) -> {
                    if (!ledger.driverId().equals(driverId)) {
                        throw disputeId.notFound();
                    }
                    Instant now = now();
                    Dispute.Closing closing =
                            new Dispute.Closing(
                                    Dispute.Outcome.WITHDRAWN,
                                    requestId,
                                    "",
                                    driverId.value(),
                                    0,
                                    now);
                    if (isClosedBy(dispute, closing)) {
                        return Optional.empty();
                    }
                    Dispute closed = dispute.closed(closing);
                    Ledger after = ledger.with(closed);
                    return Optional.of(
                            Change.to(
                                    after,
                                    SettlementEvents.disputed(
                                            after, closed, driverId.value(), now)));
                });
    }

    private ShownDispute close(Dispute.Id id, Closer closer) {
        Ledger ledger =
                ledgers.react(
                                id.workId().value(),
                                "",
                                (current, version) ->
                                        current.flatMap(
                                                found -> closer.close(found, dispute(found, id))))
                        .orElseThrow(id::notFound)
                        .value();
        return found(ledger, dispute(ledger, id));
    }

    /** Whether this very request has closed it. Refused: DISPUTE_CLOSED, if another one has. */
    private static boolean isClosedBy(Dispute dispute, Dispute.Closing closing) {
        if (dispute.closing().isEmpty()) {
            return false;
        }
        Dispute.Closing before = dispute.closing().get();
        if (!before.requestId().equals(closing.requestId())) {
            throw new Refusal(
                    ErrorReason.ERROR_REASON_DISPUTE_CLOSED,
                    "the dispute is " + before.outcome() + " since " + before.time(),
                    "an open dispute");
        }
        if (!before.matches(closing)) {
            throw RequestCause.reused(closing.requestId(), "the answer that it was used for");
        }
        return true;
    }

    /** Those of a driver whatever their state, newest first. */
    public Page of(DriverId driverId, String token, int size) {
        List<Ledger> ledgersFound =
                repository.disputedBy(driverId, DisputeKey.read(token), size + 1);
        return page(ledgersFound, size, ledger -> ledger.disputes().reversed());
    }

    /** Those that wait for an answer, oldest first. */
    public Page open(String token, int size) {
        List<Ledger> ledgersFound = repository.openDisputes(DisputeKey.read(token), size + 1);
        return page(ledgersFound, size, ledger -> ledger.openDispute().stream().toList());
    }

    private Page page(
            List<Ledger> ledgersFound, int size, Function<Ledger, List<Dispute>> disputes) {
        ListPage<Ledger> page =
                ListPage.of(ledgersFound, size, ledger -> DisputeKey.of(ledger).token());
        List<ShownDispute> found =
                page.items().stream()
                        .flatMap(ledger ->
                                disputes.apply(ledger).stream()
                                        .map(dispute -> found(ledger, dispute)))
                        .toList();
        return new Page(found, page.nextToken());
    }

    private ShownDispute found(Ledger ledger, Dispute dispute) {
        return ShownDispute.of(ledger, dispute, now());
    }

    /** As it is stored. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static Optional<Dispute> opened(Ledger ledger, String requestId) {
        return ledger.disputes().stream()
                .filter(dispute -> dispute.requestId().equals(requestId))
                .findFirst();
    }

    private static Dispute dispute(Ledger ledger, Dispute.Id id) {
        return ledger.disputes().stream()
                .filter(dispute -> dispute.number() == id.number())
                .findFirst()
                .orElseThrow(id::notFound);
    }

    private static Dispute.Id id(Ledger ledger, Dispute dispute) {
        return new Dispute.Id(ledger.workId(), dispute.number());
    }

    /** What a request makes of a dispute; empty if it has done so before. */
    private interface Closer {

        Optional<Change<Ledger>> close(Ledger ledger, Dispute dispute);
    }

    /** Some of many; the token is empty on the last page. */
    public record Page(List<ShownDispute> disputes, String nextToken) {

        public Page {
            disputes = List.copyOf(disputes);
        }
    }
}
