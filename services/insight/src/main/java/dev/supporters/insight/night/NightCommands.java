package dev.supporters.insight.night;

import dev.supporters.contract.WorkId;
import dev.supporters.proto.events.activity.v1.ActivityEvent;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The commands of the last nights, in memory. */
@ApplicationScoped
public class NightCommands {

    private final Map<String, CommandFacts> commands = new ConcurrentHashMap<>();

    /** False for an event that this version does not know. */
    public boolean apply(ActivityEvent event) {
        return switch (event.getEventCase()) {
            case ACCEPTED, ARRIVED, COMPLETED, CANCELLED -> {
                WorkId workId = WorkId.of(event);
                commands.compute(
                        event.getCommandId(),
                        (id, facts) ->
                                (facts == null
                                                ? CommandFacts.nothing(workId, event.getCallId())
                                                : facts)
                                        .with(event));
                yield true;
            }
            case COMMANDED, REFUSED, PICKED_UP -> true; // no figure needs them
            case EVENT_NOT_SET -> false;
        };
    }

    public Collection<CommandFacts> all() {
        return List.copyOf(commands.values());
    }

    /** Forgets those of which nothing was heard since. */
    public void forget(Instant before) {
        commands.values().removeIf(facts -> facts.newest().isBefore(before));
    }
}
