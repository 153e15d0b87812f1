package dev.supporters.work.shift;

import static java.util.Objects.requireNonNull;

import dev.supporters.contract.DriverId;
import dev.supporters.platform.store.AggregateStore;
import dev.supporters.platform.store.Change;
import dev.supporters.platform.store.RequestCause;
import dev.supporters.platform.store.Versioned;
import dev.supporters.proto.common.v1.Product;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;

/**
 * A driver rests, resumes and ends the shift. What is asked for is stored first; then the slot is paused or closed, then the rest begins
 * or the shift ends. Whatever fails in between is finished later: see {@link AskedChanges}.
 */
@ApplicationScoped
public class ShiftService {

    private final AggregateStore<Shift> store;
    private final ShiftRepository shifts;
    private final AskedChanges asked;
    private final Clock clock;

    public ShiftService(
            AggregateStore<Shift> store, ShiftRepository shifts, AskedChanges asked, Clock clock) {
        this.store = store;
        this.shifts = shifts;
        this.asked = asked;
        this.clock = clock;
    }

    /** What a driver wants to do with the present shift. */
    public record ShiftOrder(String requestId, DriverId driverId, Product product) {

        public ShiftOrder {
            requireNonNull(requestId);
            requireNonNull(driverId);
            requireNonNull(product);
        }
    }

    public Versioned<Shift> rest(ShiftOrder order) {
        String cause = Asked.Kind.REST.cause(order.requestId());
        Asking asking =
                ask(order, cause, shift -> ShiftRules.askRest(shift, order.requestId(), now()));
        return asking.done() ? asking.shift() : asked.rest(asking.shift(), cause, asking.first());
    }

    public Versioned<Shift> resume(ShiftOrder order) {
        Versioned<Shift> resumed =
                store.change(
                        newestId(order),
                        RequestCause.withoutBody("resume/" + order.requestId()),
                        (current, version) -> {
                            Instant now = now();
                            return Optional.of(
                                    WorkEvents.resumed(
                                            current.orElseThrow(),
                                            ShiftRules.resume(current.orElseThrow(), now),
                                            version,
                                            now));
                        });
        if (!resumed.repeated()) {
            asked.unpause(resumed);
        }
        return resumed;
    }

    public Versioned<Shift> end(ShiftOrder order) {
        String cause = Asked.Kind.END.cause(order.requestId());
        Asking asking =
                ask(order, cause, shift -> ShiftRules.askEnd(shift, order.requestId(), now()));
        return asking.done()
                ? asking.shift()
                : asked.endUnlessEngaged(asking.shift(), cause, asking.first());
    }

    private String newestId(ShiftOrder order) {
        return shifts.newest(order.driverId(), order.product())
                .map(Versioned::id)
                .orElseThrow(() -> ShiftRules.notWorking(order.driverId()));
    }

    /** Stores what is asked for, unless it was done, or asked for, before. */
    private Asking ask(ShiftOrder order, String cause, UnaryOperator<Shift> rule) {
        String id = newestId(order);
        Versioned<Shift> found = store.change(id, cause, (current, version) -> Optional.empty());
        if (found.repeated()) {
            return new Asking(found, false);
        }
        AtomicBoolean first = new AtomicBoolean();
        Versioned<Shift> asking =
                store.change(
                        id,
                        "",
                        (current, version) -> {
                            Shift shift = current.orElseThrow();
                            first.set(nothingAsked(shift));
                            return Optional.of(rule.apply(shift))
                                    .filter(next -> !next.equals(shift))
                                    .map(Change::to);
                        });
        return new Asking(asking, first.get());
    }

    /** What the activity mode asks for is asked for again, if the driver's wish is refused. */
    private static boolean nothingAsked(Shift shift) {
        return shift.pending().asked().filter(open -> !open.kind().ofMode()).isEmpty();
    }

    /**
     * A shift whose driver has asked for something.
     *
     * @param first whether that was not asked for before
     */
    private record Asking(Versioned<Shift> shift, boolean first) {

        /** Whether the request was carried out before. */
        boolean done() {
            return shift.repeated();
        }
    }

    /** In milliseconds, as the store has it: the first answer and a repeated one say the same. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
