package dev.supporters.settlement.close;

import static java.util.Objects.requireNonNull;

import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.store.AggregateStore;
import dev.supporters.platform.store.Change;
import dev.supporters.platform.store.RequestCause;
import dev.supporters.platform.store.Versioned;
import dev.supporters.proto.common.v1.ErrorReason;
import dev.supporters.settlement.ledger.Ledger;
import dev.supporters.settlement.ledger.LedgerProof;
import dev.supporters.settlement.ledger.LedgerRepository;
import dev.supporters.settlement.ledger.LedgerService;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Closes business dates. A statement is closed within its ledger, by one update from the version that was found to be ready: what comes
 * before it belongs to the statement, what comes after it does not. So a date is first CLOSING, closes one statement after the other as they
 * become ready, and is CLOSED when none is left. Whoever finds it CLOSING goes on.
 */
@ApplicationScoped
public class CloseService {

    private static final Logger LOG = Logger.getLogger(CloseService.class);
    private static final int PAGE = 500;
    private static final int MOST_OBSTACLES = 100;

    /** A ledger that changes while it is looked at is looked at again; the sweep comes back to what is left. */
    private static final int ROUNDS = 4;

    private final AggregateStore<DateClose> closes;
    private final LedgerRepository repository;
    private final LedgerService ledgers;
    private final LedgerProof proof;
    private final Clock clock;

    CloseService(
            AggregateStore<DateClose> closes,
            LedgerRepository repository,
            LedgerService ledgers,
            LedgerProof proof,
            Clock clock) {
        this.closes = closes;
        this.repository = repository;
        this.ledgers = ledgers;
        this.proof = proof;
        this.clock = clock;
    }

    /** How far the close of a business date is. */
    public CloseProgress progress(BusinessDate businessDate) {
        Optional<DateClose> close = closes.find(businessDate.id()).map(Versioned::value);
        List<Obstacle> obstacles =
                unclosed(businessDate).stream()
                        .flatMap(ledger -> obstacle(ledger, close).stream())
                        .limit(MOST_OBSTACLES)
                        .toList();
        return new CloseProgress(businessDate, close, obstacles);
    }

    /** Closes a business date, as far as nothing is in its way. Refused: BUSINESS_DATE_NOT_OVER, REQUEST_ID_REUSED. */
    public CloseProgress close(CloseOrder order) {
        BusinessDate businessDate = order.businessDate();
        Instant end = businessDate.end(unclosed(businessDate));
        DateClose close =
                closes.change(
                                businessDate.id(),
                                RequestCause.of(
                                        "closeBusinessDate", order.requestId(), order.body()),
                                (current, version) -> ordered(current, order, end))
                        .value();
        proceed(close);
        return progress(businessDate);
    }

    private Optional<Change<DateClose>> ordered(
            Optional<DateClose> current, CloseOrder order, Instant end) {
        Instant now = now();
        if (current.isEmpty()) {
            if (now.isBefore(end)) {
                throw new Refusal(
                        ErrorReason.ERROR_REASON_BUSINESS_DATE_NOT_OVER,
                        "now: " + now,
                        "the window's end at " + end + ", or later");
            }
            DateClose begun =
                    new DateClose(
                            order.businessDate(),
                            end,
                            order.actor(),
                            now,
                            order.overriding(now),
                            Optional.empty());
            return Optional.of(Change.to(begun, CloseEvents.changed(begun)));
        }
        return current.filter(found -> !found.isClosed())
                .flatMap(found -> order.overriding(now).map(found::with))
                .map(Change::to);
    }

    /** Begins to close a business date, if nobody has. */
    DateClose begin(BusinessDate businessDate, Instant end) {
        return closes.change(
                        businessDate.id(),
                        "",
                        (current, version) -> {
                            if (current.isPresent()) {
                                return Optional.empty();
                            }
                            DateClose begun =
                                    new DateClose(
                                            businessDate,
                                            end,
                                            DateClose.BY_ITSELF,
                                            now(),
                                            Optional.empty(),
                                            Optional.empty());
                            return Optional.of(Change.to(begun, CloseEvents.changed(begun)));
                        })
                .value();
    }

    /**
     * Closes what is ready; of a date that is closed, what became known later. The date is closed when nothing is left.
     *
     * @param close as it was begun; others may have closed it since
     */
    DateClose proceed(DateClose close) {
        Versioned<DateClose> seen = stored(close.businessDate());
        for (int round = 0; round < ROUNDS; round++) {
            DateClose terms = seen.value();
            List<Ledger> left = left(terms);
            List<Ledger> ready =
                    left.stream()
                            .filter(ledger -> obstacle(ledger, Optional.of(terms)).isEmpty())
                            .toList();
            if (left.isEmpty() ? finish(seen) : ready.isEmpty()) {
                break;
            }
            if (!ready.isEmpty()) {
                ready.forEach(announced(terms) ? ledgers::close : ledgers::closeLate);
            }
            seen = stored(close.businessDate());
        }
        return stored(close.businessDate()).value();
    }

    private Versioned<DateClose> stored(BusinessDate businessDate) {
        return closes.find(businessDate.id()).orElseThrow();
    }

    /**
     * Says that statements of a date that is closing are going to be closed, so that nobody who has not seen them closes the date: they would be
     * added to one that others take as closed. False if it is closed; then they are late.
     */
    private boolean announced(DateClose close) {
        return !closes.change(
                        close.businessDate().id(),
                        "",
                        (current, version) ->
                                current.filter(found -> !found.isClosed()).map(Change::to))
                .value()
                .isClosed();
    }

    /** Of a shift whose begin is missing there is nothing to close; one that comes after an operator has overridden it is late. */
    private List<Ledger> left(DateClose close) {
        return unclosed(close.businessDate()).stream()
                .filter(ledger ->
                        ledger.facts().begun().isPresent()
                                || !close.overrides(Obstacle.Kind.BEGIN_MISSING))
                .toList();
    }

    /**
     * Closes a date of which nothing is left; true if it is closed. Where another process has announced statements since it was looked at, it is
     * looked at again.
     */
    private boolean finish(Versioned<DateClose> seen) {
        if (seen.value().isClosed()) {
            return true;
        }
        DateClose after =
                closes.change(
                                seen.id(),
                                "",
                                (current, version) ->
                                        current.filter(found -> !found.isClosed())
                                                .filter(found -> version == seen.version() + 1)
                                                .map(found -> found.closed(now()))
                                                .map(found ->
                                                        Change.to(
                                                                found, CloseEvents.changed(found))))
                        .value();
        if (after.isClosed()) {
            LOG.infof("business date closed date=%s", after.businessDate());
        }
        return after.isClosed();
    }

    private Optional<Obstacle> obstacle(Ledger ledger, Optional<DateClose> close) {
        return kind(ledger, close).map(kind -> new Obstacle(ledger.workId(), kind));
    }

    private Optional<Obstacle.Kind> kind(Ledger ledger, Optional<DateClose> close) {
        if (ledger.facts().begun().isEmpty()) {
            return overridden(close, Obstacle.Kind.BEGIN_MISSING)
                    ? Optional.empty()
                    : Optional.of(Obstacle.Kind.BEGIN_MISSING);
        }
        if (ledger.facts().ended().isEmpty()) {
            return Optional.of(Obstacle.Kind.RUNNING);
        }
        if (!ledger.ready()) {
            return Optional.of(Obstacle.Kind.HELD_BACK);
        }
        if (ledger.openDispute().isPresent() && !overridden(close, Obstacle.Kind.DISPUTED)) {
            return Optional.of(Obstacle.Kind.DISPUTED);
        }
        return overridden(close, Obstacle.Kind.UNPROVEN) || proof.agrees(ledger)
                ? Optional.empty()
                : Optional.of(Obstacle.Kind.UNPROVEN);
    }

    private static boolean overridden(Optional<DateClose> close, Obstacle.Kind kind) {
        return close.filter(found -> found.overrides(kind)).isPresent();
    }

    private List<Ledger> unclosed(BusinessDate businessDate) {
        List<Ledger> all = new ArrayList<>();
        String after = "";
        List<Ledger> page = repository.unclosed(businessDate.date(), after, PAGE);
        while (!page.isEmpty()) {
            page.stream().filter(businessDate::contains).forEach(all::add);
            after = page.getLast().workId().value();
            page = repository.unclosed(businessDate.date(), after, PAGE);
        }
        return all;
    }

    /** As it is stored. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /**
     * How far a close is.
     *
     * @param close empty while the date is open
     * @param obstacles what keeps it from being closed, the first hundred
     */
    public record CloseProgress(
            BusinessDate businessDate, Optional<DateClose> close, List<Obstacle> obstacles) {

        public CloseProgress {
            requireNonNull(businessDate);
            requireNonNull(close);
            obstacles = List.copyOf(obstacles);
        }
    }
}
