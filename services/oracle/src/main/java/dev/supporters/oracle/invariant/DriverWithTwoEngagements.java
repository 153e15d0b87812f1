package dev.supporters.oracle.invariant;

import static java.util.Comparator.comparingLong;
import static java.util.stream.Collectors.groupingBy;

import dev.supporters.oracle.NightHistory;
import dev.supporters.proto.events.activity.v1.ActivityEvent;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Looks at a driver's events in the order of the slot's versions. */
final class DriverWithTwoEngagements implements Invariant {

    @Override
    public String name() {
        return "a driver with two live engagements";
    }

    @Override
    public List<String> violations(NightHistory history) {
        List<String> violations = new ArrayList<>();
        history.log().activity().stream()
                .collect(
                        groupingBy(
                                ActivityEvent::getDriverId,
                                TreeMap::new,
                                java.util.stream.Collectors.toList()))
                .forEach((driverId, events) -> check(driverId, events, violations));
        return violations;
    }

    private static void check(
            String driverId, List<ActivityEvent> events, List<String> violations) {
        Set<String> live = new TreeSet<>();
        for (ActivityEvent event :
                events.stream().sorted(comparingLong(ActivityEvent::getVersion)).toList()) {
            if (CommandHistory.closes(event)) {
                live.remove(event.getCommandId());
            } else if (live.add(event.getCommandId()) && live.size() > 1) {
                violations.add("driver " + driverId + " has commands " + live);
            }
        }
    }
}
