package dev.supporters.oracle.invariant;

import dev.supporters.oracle.NightHistory;
import dev.supporters.proto.events.activity.v1.ActivityEvent;

import java.util.ArrayList;
import java.util.List;

/** Each command was given once, and was accepted, refused or cancelled, once. */
final class CommandWithoutOneOutcome implements Invariant {

    @Override
    public String name() {
        return "a command with no or two outcomes";
    }

    @Override
    public List<String> violations(NightHistory history) {
        List<String> violations = new ArrayList<>();
        for (CommandHistory engagement : CommandHistory.of(history.log().activity())) {
            long given = engagement.events().stream().filter(ActivityEvent::hasCommanded).count();
            List<String> outcomes =
                    engagement.events().stream()
                            .filter(CommandWithoutOneOutcome::decides)
                            .map(event -> event.getActionName().name())
                            .toList();
            if (given != 1 || outcomes.size() != 1) {
                violations.add(
                        "command %s was given %d times and has outcomes %s"
                                .formatted(engagement.commandId(), given, outcomes));
            }
        }
        return violations;
    }

    private static boolean decides(ActivityEvent event) {
        return event.hasAccepted()
                || event.hasRefused()
                || (event.hasCancelled() && !event.getCancelled().getAfterAcceptance());
    }
}
