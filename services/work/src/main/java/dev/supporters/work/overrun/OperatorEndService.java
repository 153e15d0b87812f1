package dev.supporters.work.overrun;

import dev.supporters.platform.store.AggregateStore;
import dev.supporters.platform.store.Versioned;
import dev.supporters.work.shift.Shift;
import dev.supporters.work.shift.ShiftRules;
import dev.supporters.work.shift.WorkEvents;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Clock;

/** Ends shifts whose drives nobody completes, as operators decide. The slot was closed at the window's end. */
@ApplicationScoped
public class OperatorEndService {

    private final AggregateStore<Shift> store;
    private final Clock clock;

    public OperatorEndService(AggregateStore<Shift> store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Refused: as {@link ShiftRules#endByOperator} does, and REQUEST_ID_REUSED. */
    public Versioned<Shift> end(OperatorEndOrder order) {
        return store.react(
                        order.workId().value(),
                        order.cause(),
                        (current, version) ->
                                current.map(shift ->
                                        WorkEvents.endedByOperator(
                                                shift,
                                                ShiftRules.endByOperator(
                                                        shift, order.end(), clock.instant()),
                                                version,
                                                order.decision())))
                .orElseThrow(() -> ShiftRules.noShift(order.workId()));
    }
}
