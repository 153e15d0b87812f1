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

/** A shift ends when its last command has ended, or later: what a supporter does afterwards nobody would pay. */
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
            if (end.isEmpty()) {
                continue;
            }
            for (ActivityEvent step : shift.activity()) {
                Instant time = EventTimes.instant(step.getEventTime());
                if (time.isAfter(end.get())) {
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
