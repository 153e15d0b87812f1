package dev.supporters.oracle.invariant;

import dev.supporters.oracle.EventTimes;
import dev.supporters.oracle.NightHistory;
import dev.supporters.oracle.ShiftHistory;
import dev.supporters.proto.events.activity.v1.ActivityEvent;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A shift ends when the last drive of its supporter has ended, or later: what a supporter does afterwards nobody would pay. A command that
 * was never taken may end afterwards, and an operator who has ended a shift has decided what is paid.
 */
final class CommandStepAfterShiftEnd implements Invariant {

    @Override
    public String name() {
        return "a command's step after its shift's end";
    }

    @Override
    public List<String> violations(NightHistory history) {
        List<String> violations = new ArrayList<>();
        for (ShiftHistory shift : ShiftHistory.of(history.log())) {
            Optional<Instant> end = shift.end();
            if (end.isEmpty() || shift.endedByOperator()) {
                continue;
            }
            Set<String> taken =
                    shift.activity().stream()
                            .filter(ActivityEvent::hasAccepted)
                            .map(ActivityEvent::getCommandId)
                            .collect(Collectors.toSet());
            for (ActivityEvent step : shift.activity()) {
                Instant time = EventTimes.instant(step.getEventTime());
                if (taken.contains(step.getCommandId()) && time.isAfter(end.get())) {
                    violations.add(
                            "command %s was %s at %s; shift %s ended at %s"
                                    .formatted(
                                            step.getCommandId(),
                                            step.getEventCase().name().toLowerCase(Locale.ROOT),
                                            time,
                                            shift.workId(),
                                            end.get()));
                }
            }
        }
        return violations;
    }
}
