package dev.supporters.call.life;

import static dev.supporters.testkit.states.StateExplorer.StateRule.always;
import static dev.supporters.testkit.states.StateExplorer.StateRule.eachStep;

import dev.supporters.call.SampleCalls;
import dev.supporters.call.activity.CommandEvent;
import dev.supporters.call.life.CallState.Kind;
import dev.supporters.proto.events.call.v1.CallEvent;
import dev.supporters.testkit.states.StateExplorer.StateRule;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** What is true of every state of a call, and of every step. */
final class CallInvariants {

    static final List<StateRule<CallModelState>> ALL =
            List.of(
                    eachStep("an ended call stays as it ended", CallInvariants::endsOnce),
                    eachStep(
                            "a drive goes on until its driver completes it",
                            CallInvariants::drivesAreDriven),
                    eachStep(
                            "the driver of an accepted call is not exchanged for another supporter,"
                                    + " unless the command has ended",
                            CallInvariants::ridesStay),
                    eachStep(
                            "a command that the call no longer has does not come back",
                            CallInvariants::pastStaysPast),
                    eachStep(
                            "each event has a version of its own, and tells of the state that is"
                                    + " stored",
                            CallInvariants::toldAsStored),
                    eachStep(
                            "the destination stays hidden; its area, too, until a supporter has"
                                    + " accepted",
                            CallInvariants::hidesTheDestination),
                    always(
                            "a call has a supporter's command only on the supporters' path",
                            CallInvariants::pathFits),
                    eachStep(
                            "who has refused is not asked again",
                            CallInvariants::refusersAreExcluded),
                    always(
                            "once everybody has heard of everything, all agree who drives the call",
                            CallInvariants::agreedInTheEnd));

    private static final String SECRET =
            new String(
                    SampleCalls.SECRET.getBytes(StandardCharsets.UTF_8),
                    StandardCharsets.ISO_8859_1);

    private CallInvariants() {}

    private static boolean endsOnce(CallModelState before, CallModelState after) {
        return before.call()
                .filter(call -> call.state().ended())
                .map(call -> after.call().filter(next -> sameEnd(call, next)).isPresent())
                .orElse(true);
    }

    /** What others are told of it goes on. */
    private static boolean sameEnd(Call call, Call next) {
        return call.with(FollowUps.NONE).equals(next.with(FollowUps.NONE));
    }

    private static boolean drivesAreDriven(CallModelState before, CallModelState after) {
        return kind(before) != Kind.DRIVING
                || kind(after) == Kind.DRIVING
                || kind(after) == Kind.COMPLETED;
    }

    /** The legacy system is the arbiter, so its driver may take an accepted call; but no other supporter may. */
    private static boolean ridesStay(CallModelState before, CallModelState after) {
        boolean accepted =
                kind(before) == Kind.ACCEPTED
                        || kind(before) == Kind.ARRIVED
                        || kind(before) == Kind.DRIVING;
        String had = commandId(before);
        String has = commandId(after);
        boolean live =
                after.commander().live().filter(event -> event.commandId().equals(had)).isPresent();
        return !accepted || !live || has.isEmpty() || had.equals(has);
    }

    private static boolean pastStaysPast(CallModelState before, CallModelState after) {
        return before.call()
                .map(call ->
                        call.pastCommands().stream()
                                .noneMatch(past ->
                                        past.equals(commandId(after))
                                                && !past.equals(call.commandId())))
                .orElse(true);
    }

    private static boolean toldAsStored(CallModelState before, CallModelState after) {
        long version = before.version();
        for (CallEvent event : after.toldNow()) {
            if (event.getVersion() <= version) {
                return false;
            }
            version = event.getVersion();
        }
        boolean changed = kind(before) != kind(after);
        return !changed
                || after.toldNow().getLast().getState()
                        == CallProtoMapper.state(after.call().orElseThrow().state());
    }

    private static boolean hidesTheDestination(CallModelState before, CallModelState after) {
        boolean accepted =
                after.commander().told().stream()
                        .anyMatch(event -> event.kind() instanceof CommandEvent.Accepted);
        return after.toldNow().stream()
                .allMatch(event ->
                        !event.toByteString().toString(StandardCharsets.ISO_8859_1).contains(SECRET)
                                && (accepted || !event.getProgressed().hasDestinationArea()));
    }

    private static boolean pathFits(CallModelState state) {
        return state.call()
                .filter(call -> !call.commandId().isEmpty() && !call.state().ended())
                .map(call -> call.path() == Call.DispatchPath.SUPPORTERS)
                .orElse(true);
    }

    private static boolean refusersAreExcluded(CallModelState before, CallModelState after) {
        Optional<Call> again =
                after.call()
                        .filter(call ->
                                kind(before) == Kind.COMMANDED
                                        && call.state() instanceof CallState.Requested);
        return again.map(call ->
                        call.excludedDrivers()
                                .containsAll(
                                        before
                                                .call()
                                                .orElseThrow()
                                                .state()
                                                .assignee()
                                                .driver()
                                                .stream()
                                                .toList()))
                .orElse(true);
    }

    private static boolean agreedInTheEnd(CallModelState state) {
        CallModelState end = CallEnding.of(state);
        if (end.call().isEmpty()) {
            return true;
        }
        Call call = end.call().get();
        Optional<CommandEvent> driven =
                end.commander().newest().stream()
                        .filter(event -> event.kind() instanceof CommandEvent.Completed)
                        .findFirst();
        if (driven.isPresent()) {
            return call.state() instanceof CallState.Completed
                    && call.commandId().equals(driven.get().commandId());
        }
        Optional<CommandEvent> live = end.commander().live();
        if (live.isPresent()) {
            return call.commandId().equals(live.get().commandId())
                    && call.state().kind() == kind(live.get().kind());
        }
        return switch (call.state()) {
            case CallState.Requested s -> false;
            case CallState.Commanded s -> false;
            case CallState.General s -> end.legacy().known();
            case CallState.Accepted s -> call.commandId().isEmpty();
            case CallState.Arrived s -> call.commandId().isEmpty();
            case CallState.Driving s -> call.commandId().isEmpty();
            case CallState.Completed s -> true;
            case CallState.Cancelled s -> !end.legacy().live();
            case CallState.Failed s -> true;
        };
    }

    /** The call's state after an event of its live command. */
    private static Kind kind(CommandEvent.Kind newest) {
        return switch (newest) {
            case CommandEvent.Commanded h -> Kind.COMMANDED;
            case CommandEvent.Accepted h -> Kind.ACCEPTED;
            case CommandEvent.Arrived h -> Kind.ARRIVED;
            case CommandEvent.PickedUp h -> Kind.DRIVING;
            case CommandEvent.Refused h -> throw new IllegalArgumentException("ended");
            case CommandEvent.Completed h -> throw new IllegalArgumentException("ended");
            case CommandEvent.Cancelled h -> throw new IllegalArgumentException("ended");
        };
    }

    private static Kind kind(CallModelState state) {
        return state.call().map(call -> call.state().kind()).orElse(Kind.REQUESTED);
    }

    private static String commandId(CallModelState state) {
        return state.call().map(Call::commandId).orElse("");
    }
}
