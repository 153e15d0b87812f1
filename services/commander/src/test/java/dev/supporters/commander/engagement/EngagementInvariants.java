package dev.supporters.commander.engagement;

import static dev.supporters.testkit.states.StateExplorer.StateRule.always;
import static dev.supporters.testkit.states.StateExplorer.StateRule.eachStep;

import static java.util.stream.Collectors.toSet;

import dev.supporters.commander.adapter.mongo.MongoSlotRepository;
import dev.supporters.commander.slot.Command;
import dev.supporters.commander.slot.ShiftRef;
import dev.supporters.commander.slot.Slot;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.events.activity.v1.ActivityEvent;
import dev.supporters.testkit.states.StateExplorer.StateRule;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What is true of every state and step of an engagement. */
final class EngagementInvariants {

    /** A command's life, by what is told of it. Only its driver ends a drive. */
    private static final Pattern LIFE =
            Pattern.compile(
                    "COMMANDED( REFUSED| CANCELLED| ACCEPTED( BY_SILENCE)?( CANCELLED| ARRIVED( CANCELLED| PICKED_UP( COMPLETED)?)?)?)?");

    static final List<StateRule<EngagementState>> ALL =
            List.of(
                    always(
                            "a driver has at most one live command or drive",
                            state -> oneLive(state, ActivityEvent::getDriverId)),
                    always(
                            "a call has at most one driver",
                            state -> oneLive(state, ActivityEvent::getCallId)),
                    always(
                            "what is told of a command is one way through its life",
                            state ->
                                    eachCommand(
                                            state,
                                            command ->
                                                    LIFE.matcher(
                                                                    String.join(
                                                                            " ",
                                                                            state.story(command)))
                                                            .matches())),
                    always(
                            "a slot has exactly the command that is told to be live",
                            EngagementInvariants::slotsAreAsTold),
                    always(
                            "each command that left its slot is remembered once",
                            EngagementInvariants::decidedOnce),
                    always(
                            "until its deadline a driver may refuse, from then on silence accepts",
                            EngagementInvariants::outcomesInTime),
                    always(
                            "the sweep finds every command that waits longer than its deadline",
                            EngagementInvariants::overdueIsFound),
                    eachStep(
                            "only a free driver at work within the window, who has not refused the call, gets it",
                            EngagementInvariants::commandsOnlyAtWork),
                    eachStep(
                            "a closed call stays closed and gets no driver",
                            EngagementInvariants::closedForEver),
                    eachStep(
                            "a closed shift's slot opens no more",
                            EngagementInvariants::closedSlotsStay));

    private EngagementInvariants() {}

    private static boolean oneLive(EngagementState state, Function<ActivityEvent, String> whose) {
        var live = new HashSet<String>();
        for (ActivityEvent event : state.told()) {
            if (event.hasCommanded() && !live.add(whose.apply(event))) {
                return false;
            }
            if (ends(event)) {
                live.remove(whose.apply(event));
            }
        }
        return true;
    }

    private static boolean ends(ActivityEvent event) {
        return event.hasRefused() || event.hasCancelled() || event.hasCompleted();
    }

    private static boolean slotsAreAsTold(EngagementState state) {
        Set<String> live =
                state.commands().stream()
                        .map(ActivityEvent::getCommandId)
                        .filter(id -> !ends(state.of(id).getLast()))
                        .map(id -> id + " " + stateAfter(state.of(id).getLast()).getSimpleName())
                        .collect(toSet());
        Set<String> stored =
                state.engaged().stream()
                        .map(slot ->
                                slot.command().commandId() + " " + slot.getClass().getSimpleName())
                        .collect(toSet());
        return live.equals(stored);
    }

    private static Class<? extends Slot.Engaged> stateAfter(ActivityEvent event) {
        return switch (event.getEventCase()) {
            case COMMANDED -> Slot.Commanded.class;
            case ACCEPTED -> Slot.Accepted.class;
            case ARRIVED -> Slot.Arrived.class;
            case PICKED_UP -> Slot.Driving.class;
            case REFUSED, COMPLETED, CANCELLED, EVENT_NOT_SET ->
                    throw new AssertionError("ended: " + event);
        };
    }

    private static boolean decidedOnce(EngagementState state) {
        List<String> ended =
                state.told().stream()
                        .filter(EngagementInvariants::ends)
                        .map(ActivityEvent::getCommandId)
                        .sorted()
                        .toList();
        List<String> remembered =
                state.slots().stream()
                        .flatMap(slot -> slot.header().decided().all().stream())
                        .map(decided -> decided.commandId())
                        .sorted()
                        .toList();
        return ended.equals(remembered);
    }

    private static boolean outcomesInTime(EngagementState state) {
        return state.commands().stream().allMatch(command -> outcomeInTime(state, command));
    }

    private static boolean outcomeInTime(EngagementState state, ActivityEvent command) {
        Instant deadline = Timestamps.instant(command.getCommanded().getDeadlineTime());
        return state.of(command.getCommandId()).stream()
                .allMatch(event -> {
                    boolean late = !Timestamps.instant(event.getEventTime()).isBefore(deadline);
                    return switch (event.getEventCase()) {
                        case REFUSED -> !late;
                        case ACCEPTED -> event.getAccepted().getBySilence() == late;
                        case COMMANDED, ARRIVED, PICKED_UP, COMPLETED, CANCELLED, EVENT_NOT_SET ->
                                true;
                    };
                });
    }

    private static boolean overdueIsFound(EngagementState state) {
        Set<String> found =
                new MongoSlotRepository(state.stored(), EngagementRun.WATCHERS)
                        .overdue(state.now(), 10).stream().map(Command::commandId).collect(toSet());
        Set<String> waiting =
                state.engaged().stream()
                        .filter(Slot.Commanded.class::isInstance)
                        .map(Slot.Engaged::command)
                        .filter(command -> !state.now().isBefore(command.deadlineTime()))
                        .map(Command::commandId)
                        .collect(toSet());
        return found.equals(waiting);
    }

    private static boolean commandsOnlyAtWork(EngagementState before, EngagementState after) {
        return given(before, after).allMatch(command -> mayBeGiven(before, after, command));
    }

    /** With an interruption, the driver may have become free in the middle. */
    private static boolean mayBeGiven(
            EngagementState before, EngagementState after, ActivityEvent command) {
        Slot slot = before.slot(command.getDriverId());
        boolean free = after.interrupted() || slot instanceof Slot.Free;
        boolean open =
                after.slot(command.getDriverId())
                        .shift()
                        .filter(shift -> before.now().isBefore(shift.windowEnd()))
                        .isPresent();
        boolean refused =
                before.told().stream()
                        .anyMatch(event ->
                                event.hasRefused()
                                        && event.getCallId().equals(command.getCallId())
                                        && event.getDriverId().equals(command.getDriverId()));
        boolean closed = slot.shift().filter(ShiftRef::closing).isPresent();
        return free && open && !refused && !closed;
    }

    private static boolean closedForEver(EngagementState before, EngagementState after) {
        Set<String> closed = Set.copyOf(before.closedCalls());
        return after.closedCalls().containsAll(closed)
                && given(before, after).map(ActivityEvent::getCallId).noneMatch(closed::contains);
    }

    private static boolean closedSlotsStay(EngagementState before, EngagementState after) {
        return before.slots().stream()
                .filter(slot -> slot.shift().filter(ShiftRef::closing).isPresent())
                .map(slot -> after.slot(slot.driverId().value()))
                .allMatch(slot ->
                        (slot instanceof Slot.Off || slot instanceof Slot.Engaged)
                                && slot.shift().filter(ShiftRef::closing).isPresent());
    }

    private static boolean eachCommand(EngagementState state, Predicate<String> holds) {
        return state.commands().stream().map(ActivityEvent::getCommandId).allMatch(holds);
    }

    private static Stream<ActivityEvent> given(EngagementState before, EngagementState after) {
        return after.told().subList(before.told().size(), after.told().size()).stream()
                .filter(ActivityEvent::hasCommanded);
    }
}
