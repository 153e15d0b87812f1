package dev.supporters.work.shift;

import static java.util.Objects.requireNonNull;

import dev.supporters.contract.DriverId;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.store.AggregateStore;
import dev.supporters.platform.store.Versioned;
import dev.supporters.proto.common.v1.Product;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * A driver rests, resumes and ends the shift. The slot is paused before a rest begins and freed after it, and closed before the shift
 * ends, so that nobody is commanded who rests or has ended.
 */
@ApplicationScoped
public class ShiftService {

    private static final Logger LOG = Logger.getLogger(ShiftService.class);

    private final AggregateStore<Shift> store;
    private final ShiftRepository shifts;
    private final SlotClient slots;
    private final Clock clock;

    ShiftService(
            AggregateStore<Shift> store, ShiftRepository shifts, SlotClient slots, Clock clock) {
        this.store = store;
        this.shifts = shifts;
        this.slots = slots;
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
        String id = newestId(order);
        String cause = "rest/" + order.requestId();
        Versioned<Shift> checked = check(id, cause, ShiftRules::rest);
        if (checked.repeated()) {
            return checked;
        }
        slots.pause(order.driverId());
        try {
            return store.change(
                    id,
                    cause,
                    (current, version) ->
                            Optional.of(
                                    WorkEvents.rested(
                                            ShiftRules.rest(current.orElseThrow(), now()),
                                            version)));
        } catch (Refusal refusal) {
            throw refusal; // another request began a rest or ended the shift: the slot is right
        } catch (RuntimeException failure) {
            unpause(order.driverId());
            throw failure;
        }
    }

    public Versioned<Shift> resume(ShiftOrder order) {
        Versioned<Shift> resumed =
                store.change(
                        newestId(order),
                        "resume/" + order.requestId(),
                        (current, version) -> {
                            Instant now = now();
                            return Optional.of(
                                    WorkEvents.resumed(
                                            ShiftRules.resume(current.orElseThrow(), now),
                                            version,
                                            now));
                        });
        if (!resumed.repeated()) {
            unpause(order.driverId());
        }
        return resumed;
    }

    public Versioned<Shift> end(ShiftOrder order) {
        String id = newestId(order);
        String cause = "end/" + order.requestId();
        Versioned<Shift> checked =
                check(id, cause, (shift, now) -> ShiftRules.end(shift, now, Optional.empty()));
        if (checked.repeated()) {
            return checked;
        }
        Optional<Instant> lastDrive = closeSlot(checked.value().details());
        return store.change(
                id,
                cause,
                (current, version) ->
                        Optional.of(
                                WorkEvents.over(
                                        ShiftRules.end(current.orElseThrow(), now(), lastDrive),
                                        version)));
    }

    private String newestId(ShiftOrder order) {
        return shifts.newest(order.driverId(), order.product())
                .map(Versioned::id)
                .orElseThrow(() -> ShiftRules.notWorking(order.driverId()));
    }

    /** Refuses what the rule refuses, before commander is asked; changes nothing. */
    private Versioned<Shift> check(String id, String cause, BiConsumer<Shift, Instant> rule) {
        return store.change(
                id,
                cause,
                (current, version) -> {
                    rule.accept(current.orElseThrow(), now());
                    return Optional.empty();
                });
    }

    /**
     * Asks before it closes: a driver whose end is refused must get further commands, so an engaged slot stays open. Answers when the
     * newest call that the driver has taken ended.
     */
    private Optional<Instant> closeSlot(ShiftDetails details) {
        if (slots.engaged(details.driverId())) {
            throw ShiftRules.engaged(details);
        }
        SlotClient.ClosedSlot closed = slots.closeSlot(details.driverId(), details.id());
        if (closed.engaged()) {
            throw ShiftRules.engaged(details);
        }
        return closed.lastEngagementEnd();
    }

    /** This is the quick way; commander also learns it from the clock-in topic. */
    private void unpause(DriverId driverId) {
        try {
            slots.unpause(driverId);
        } catch (Refusal refusal) {
            LOG.debugf(
                    "slot not freed at once driverId=%s reason=%s", driverId, refusal.reasonName());
        }
    }

    /** In milliseconds, as the store has it: the first answer and a repeated one say the same. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
