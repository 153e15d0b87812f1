package dev.supporters.local.report.invariant;

import static java.util.Comparator.comparingLong;
import static java.util.stream.Collectors.groupingBy;

import dev.supporters.local.report.ReportInput;
import dev.supporters.proto.events.activity.v1.ActivityEvent;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** By the versions of the driver's slot, which are the order in which things happened to it. */
final class DriverWithTwoEngagements implements Invariant {

    @Override
    public String name() {
        return "a driver with two live engagements";
    }

    @Override
    public List<String> violations(ReportInput input) {
        List<String> violations = new ArrayList<>();
        input.log().activity().stream()
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
            if (Engagements.closes(event)) {
                live.remove(event.getCommandId());
            } else if (live.add(event.getCommandId()) && live.size() > 1) {
                violations.add("driver " + driverId + " has commands " + live);
            }
        }
    }
}
