package dev.supporters.insight.night;

import dev.supporters.contract.WorkId;
import dev.supporters.contract.WorkStep;
import dev.supporters.proto.events.work.v1.WorkEvent;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The shifts of the last nights, in memory. */
@ApplicationScoped
public class NightShifts {

    private final Map<WorkId, CountedShift> shifts = new ConcurrentHashMap<>();

    /** False for an event that this version does not know. */
    public boolean apply(WorkEvent event) {
        Optional<WorkStep> read = WorkStep.read(event);
        read.ifPresent(step ->
                shifts.compute(
                        step.workId(),
                        (id, facts) ->
                                (facts == null ? CountedShift.of(step) : facts).with(step, event)));
        return read.isPresent();
    }

    public Map<WorkId, CountedShift> all() {
        return Map.copyOf(shifts);
    }

    /** Forgets those of which nothing was heard since. */
    public void forget(Instant before) {
        shifts.values().removeIf(facts -> facts.newest().isBefore(before));
    }
}
