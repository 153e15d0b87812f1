package dev.supporters.commander.engagement;

import static dev.supporters.commander.Samples.WINDOW_END;

import dev.supporters.commander.Samples;
import dev.supporters.commander.adapter.mongo.SlotStores;
import dev.supporters.commander.slot.CallClaim;
import dev.supporters.commander.slot.CallClaim.ClosedCall;
import dev.supporters.commander.slot.DecidedCommands.DecidedCommand;
import dev.supporters.commander.slot.DecidedCommands.Outcome;
import dev.supporters.commander.slot.Slot;
import dev.supporters.commander.slot.SlotHeader;
import dev.supporters.platform.store.Versioned;
import dev.supporters.proto.events.activity.v1.ActivityEvent;
import dev.supporters.testkit.InMemoryAggregateStore;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The slots of two drivers as they are stored, the time, and what the topic of activity has told so far, oldest first. The versions of
 * slots only grow, so a command has its place among all commands as its name here.
 */
final class EngagementState {

    private final InMemoryAggregateStore<CallClaim> stored;
    private final Instant now;
    private final List<ActivityEvent> told;
    private final boolean interrupted;
    private final String form;

    private EngagementState(
            InMemoryAggregateStore<CallClaim> stored,
            Instant now,
            List<ActivityEvent> told,
            boolean interrupted) {
        this.interrupted = interrupted;
        this.stored = stored;
        this.now = now;
        this.told = told;
        form = form();
    }

    static EngagementState first() {
        return new EngagementState(
                new InMemoryAggregateStore<>(SlotStores.SLOTS), Samples.NOW, List.of(), false);
    }

    EngagementState then(
            InMemoryAggregateStore<CallClaim> nextStored, Instant time, boolean byInterruption) {
        List<ActivityEvent> longer = new ArrayList<>(told);
        nextStored.published().forEach(event -> longer.add((ActivityEvent) event.payload()));
        return new EngagementState(
                nextStored.copy(() -> {}), time, List.copyOf(longer), byInterruption);
    }

    /** The next instant at which something may be different: when a veto has passed, and when the window ends. */
    Instant later() {
        return now.equals(Samples.NOW) ? now.plus(Samples.VETO) : WINDOW_END;
    }

    InMemoryAggregateStore<CallClaim> stored() {
        return stored;
    }

    Instant now() {
        return now;
    }

    List<ActivityEvent> told() {
        return told;
    }

    /** Whether two operations have led to it at the same time. */
    boolean interrupted() {
        return interrupted;
    }

    List<Slot> slots() {
        return claims(Slot.class).toList();
    }

    List<Slot.Engaged> engaged() {
        return claims(Slot.Engaged.class).toList();
    }

    List<String> closedCalls() {
        return claims(ClosedCall.class).map(closed -> closed.callId().value()).toList();
    }

    Slot slot(String driver) {
        return slots().stream()
                .filter(slot -> slot.driverId().value().equals(driver))
                .findFirst()
                .orElseGet(() -> Slot.neverWorked(Samples.driver(driver)));
    }

    /** All commands ever given, oldest first. */
    List<ActivityEvent> commands() {
        return told.stream().filter(ActivityEvent::hasCommanded).toList();
    }

    /** What was told of a command, oldest first. */
    List<ActivityEvent> of(String commandId) {
        return told.stream().filter(event -> event.getCommandId().equals(commandId)).toList();
    }

    /** What a command's events say without their order among those of others, and without versions. */
    List<String> story(String commandId) {
        return of(commandId).stream().map(EngagementState::told).toList();
    }

    private static String told(ActivityEvent event) {
        return event.getActionName().name().replace("ACTION_NAME_CALL_", "")
                + (event.hasAccepted() && event.getAccepted().getBySilence() ? " BY_SILENCE" : "");
    }

    /** What distinguishes one state from another. */
    @Override
    public String toString() {
        return form;
    }

    private String form() {
        var text = new StringBuilder().append(seconds(now));
        claims(CallClaim.class).map(EngagementState::text).sorted().forEach(text::append);
        String all = text.toString();
        List<ActivityEvent> commands = commands();
        for (int i = 0; i < commands.size(); i++) {
            String id = commands.get(i).getCommandId();
            all = all.replace(id, "#" + i) + " #" + i + story(id);
        }
        return all;
    }

    private static String text(CallClaim claim) {
        return switch (claim) {
            case ClosedCall closed -> "; call " + closed.callId().value() + " closed";
            case Slot.Engaged engaged ->
                    text(engaged.getClass(), engaged.header())
                            + " "
                            + engaged.command().commandId()
                            + " until "
                            + seconds(engaged.command().deadlineTime());
            case Slot slot -> text(slot.getClass(), slot.header());
        };
    }

    private static String text(Class<?> state, SlotHeader header) {
        var text =
                new StringBuilder("; ")
                        .append(header.driverId().value())
                        .append(' ')
                        .append(state.getSimpleName());
        header.shift()
                .ifPresent(shift ->
                        text.append(" v")
                                .append(shift.version())
                                .append(shift.closing() ? " closing" : ""));
        header.lastFreed().ifPresent(time -> text.append(" freed ").append(seconds(time)));
        for (DecidedCommand decided : header.decided().all()) {
            text.append(' ').append(decided.commandId()).append(text(decided.outcome()));
        }
        return text.toString();
    }

    /** What else is remembered of an end only others ask for. */
    private static String text(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Accepted accepted -> "Accepted " + accepted.completed();
            case Outcome.Refused refused -> "Refused " + refused.reason();
            case Outcome.Cancelled cancelled -> "Cancelled " + cancelled.reason();
        };
    }

    private static long seconds(Instant time) {
        return Duration.between(Samples.NOW, time).toSeconds();
    }

    private <T> Stream<T> claims(Class<T> type) {
        return stored.all().stream().map(Versioned::value).filter(type::isInstance).map(type::cast);
    }
}
