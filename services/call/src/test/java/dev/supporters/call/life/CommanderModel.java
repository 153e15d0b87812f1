package dev.supporters.call.life;

import static dev.supporters.call.SampleCalls.ID;

import dev.supporters.call.activity.CommandEvent;
import dev.supporters.call.life.Assignee.Command;
import dev.supporters.contract.DriverId;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What commander knows of the one call: the events of its commands in their order, and whether it is closed to assignments. Each command
 * is given to another driver.
 */
record CommanderModel(List<CommandEvent> told, boolean closed) {

    static final CommanderModel NOTHING = new CommanderModel(List.of(), false);

    private static final int ETA_SECONDS = 420;

    CommanderModel {
        told = List.copyOf(told);
    }

    /** The events of one command. */
    List<CommandEvent> of(String commandId) {
        return told.stream().filter(event -> event.commandId().equals(commandId)).toList();
    }

    /** The newest event of each command; commands follow one another, so those that have ended come first. */
    List<CommandEvent> newest() {
        return told.stream()
                .map(CommandEvent::commandId)
                .distinct()
                .map(id -> of(id).getLast())
                .toList();
    }

    int given() {
        return (int)
                told.stream()
                        .filter(event -> event.kind() instanceof CommandEvent.Commanded)
                        .count();
    }

    /** The newest event of the command that is live. */
    Optional<CommandEvent> live() {
        return told.isEmpty() || ends(told.getLast().kind())
                ? Optional.empty()
                : Optional.of(told.getLast());
    }

    /** Whether the live command has just that as its newest event. */
    boolean live(Class<? extends CommandEvent.Kind> newest) {
        return live().filter(event -> newest.isInstance(event.kind())).isPresent();
    }

    Optional<Command> liveCommand() {
        return live().map(event -> command(event.commandId()));
    }

    CommanderModel commanded(Instant now) {
        return and("c" + (given() + 1), new CommandEvent.Commanded(ETA_SECONDS), now);
    }

    CommanderModel live(CommandEvent.Kind kind, Instant now) {
        return and(live().orElseThrow().commandId(), kind, now);
    }

    CommanderModel closedNow() {
        return new CommanderModel(told, true);
    }

    static Command command(String commandId) {
        return new Command(commandId, new DriverId("driver of " + commandId), ETA_SECONDS);
    }

    private CommanderModel and(String commandId, CommandEvent.Kind kind, Instant now) {
        List<CommandEvent> longer = new ArrayList<>(told);
        longer.add(new CommandEvent(ID, commandId, command(commandId).driverId(), now, kind));
        return new CommanderModel(longer, closed);
    }

    private static boolean ends(CommandEvent.Kind kind) {
        return switch (kind) {
            case CommandEvent.Refused h -> true;
            case CommandEvent.Completed h -> true;
            case CommandEvent.Cancelled h -> true;
            case CommandEvent.Commanded h -> false;
            case CommandEvent.Accepted h -> false;
            case CommandEvent.Arrived h -> false;
            case CommandEvent.PickedUp h -> false;
        };
    }
}
