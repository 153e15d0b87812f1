package dev.supporters.move.proposal;

import static dev.supporters.testkit.states.StateExplorer.StateRule.always;
import static dev.supporters.testkit.states.StateExplorer.StateRule.eachStep;

import dev.supporters.move.adapter.mongo.StoredDueMoves;
import dev.supporters.move.proposal.DriverState.Availability;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.events.move.v1.MoveEvent;
import dev.supporters.proto.move.v1.MoveKind;
import dev.supporters.testkit.states.StateExplorer.StateRule;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What is true of every state and step of a driver's moves. */
final class ProposalInvariants {

    /** Only who has accepted arrives at a place. */
    private static final Pattern PLACE =
            Pattern.compile(
                    "PROPOSED( (DECLINED|EXPIRED|SUPERSEDED)| ACCEPTED( (DECLINED|EXPIRED|SUPERSEDED|ARRIVED))?)?");

    private static final Pattern REST =
            Pattern.compile("PROPOSED( ACCEPTED)?( (DECLINED|EXPIRED|SUPERSEDED|ARRIVED))?");

    static final List<StateRule<ProposalState>> ALL =
            List.of(
                    always("a driver has at most one live move", ProposalInvariants::oneLive),
                    always(
                            "what is told of a move is one way through its life, once",
                            state -> eachMove(state, ProposalInvariants::oneLife)),
                    always(
                            "what is told of a move is in the order of time, and ends with its time",
                            state -> eachMove(state, ProposalInvariants::inTime)),
                    always(
                            "the stored move is the one that is told to be live, and each that ended is remembered once",
                            ProposalInvariants::storedAsTold),
                    always(
                            "only an idle driver of the move's shift has a move",
                            ProposalInvariants::idleOnly),
                    always("a move is shown while it lives", ProposalInvariants::shown),
                    always(
                            "the sweep finds what is over, and leaves nothing that is",
                            ProposalInvariants::swept),
                    always(
                            "a signal that was decided earlier comes after none that was decided later",
                            ProposalInvariants::newestLast),
                    eachStep(
                            "a move is proposed before its time is over, to an idle driver",
                            ProposalInvariants::proposedInTime),
                    eachStep(
                            "what is known of a driver only becomes newer",
                            ProposalInvariants::onlyNewer));

    private ProposalInvariants() {}

    private static boolean oneLive(ProposalState state) {
        Set<String> live = new HashSet<>();
        for (MoveEvent event : state.told()) {
            if (over(event)) {
                live.remove(ProposalState.moveId(event));
            } else {
                live.add(ProposalState.moveId(event));
            }
            if (live.size() > 1) {
                return false;
            }
        }
        return true;
    }

    private static boolean oneLife(List<MoveEvent> story) {
        boolean rest = story.getFirst().getChanged().getMove().getKind() == MoveKind.MOVE_KIND_REST;
        String steps = story.stream().map(ProposalState::step).collect(Collectors.joining(" "));
        return (rest ? REST : PLACE).matcher(steps).matches();
    }

    private static boolean inTime(List<MoveEvent> story) {
        Instant expireTime =
                Timestamps.instant(story.getFirst().getChanged().getMove().getExpireTime());
        Instant last = Instant.MIN;
        for (MoveEvent event : story) {
            Instant time = ProposalState.time(event);
            boolean atItsEnd = time.equals(expireTime);
            if (time.isBefore(last)
                    || time.isAfter(expireTime)
                    || atItsEnd != ProposalState.step(event).equals("EXPIRED")) {
                return false;
            }
            last = time;
        }
        return true;
    }

    private static boolean storedAsTold(ProposalState state) {
        Optional<String> live =
                state.proposed().stream()
                        .filter(moveId -> !over(state.of(moveId).getLast()))
                        .map(moveId -> ProposalState.step(state.of(moveId).getLast()) + moveId)
                        .findAny();
        Optional<String> stored =
                state.moves()
                        .active()
                        .map(move ->
                                MoveMessages.state(move).name().substring("MOVE_STATE_".length())
                                        + move.moveId());
        List<String> ended =
                state.told().stream()
                        .filter(ProposalInvariants::over)
                        .map(ProposalState::moveId)
                        .toList();
        return live.equals(stored)
                && ended.equals(state.moves().past().stream().map(Move::moveId).toList());
    }

    private static boolean idleOnly(ProposalState state) {
        return state.moves()
                .active()
                .filter(move ->
                        state.moves().driver().availability(move.signal().product())
                                        != Availability.IDLE
                                || !state.moves()
                                        .driver()
                                        .work()
                                        .orElseThrow()
                                        .workId()
                                        .equals(move.workId()))
                .isEmpty();
    }

    private static boolean shown(ProposalState state) {
        Optional<String> lives =
                state.moves()
                        .active()
                        .filter(move -> state.now().isBefore(move.signal().expireTime()))
                        .map(Move::moveId);
        return new ProposalRun(state).shown().map(Move::moveId).equals(lives);
    }

    private static boolean swept(ProposalState state) {
        boolean over =
                state.moves().active().filter(m -> m.signal().expiredAt(state.now())).isPresent()
                        || state.moves().waiting().filter(w -> w.overAt(state.now())).isPresent();
        ProposalRun run = new ProposalRun(state);
        var _ = run.sweep();
        return due(state) == over && !due(run.stored());
    }

    private static boolean due(ProposalState state) {
        return !StoredDueMoves.of(state.stored()).due(state.now(), 10).isEmpty();
    }

    /** The names of the models' signals are in the order in which they were decided. */
    private static boolean newestLast(ProposalState state) {
        return state.proposed().stream().sorted().toList().equals(state.proposed());
    }

    /** With an interruption, the driver may have become busy after the proposal. */
    private static boolean proposedInTime(ProposalState before, ProposalState after) {
        return after.told().subList(before.told().size(), after.told().size()).stream()
                .filter(event -> ProposalState.step(event).equals("PROPOSED"))
                .allMatch(event ->
                        ProposalState.time(event).equals(before.now())
                                && (after.interrupted() || after.moves().active().isPresent()));
    }

    private static boolean onlyNewer(ProposalState before, ProposalState after) {
        DriverState known = before.moves().driver();
        DriverState next = after.moves().driver();
        boolean shift =
                known.work()
                        .filter(old ->
                                next.work()
                                        .filter(shiftNow ->
                                                !old.workId().after(shiftNow.workId())
                                                        && (!old.workId().equals(shiftNow.workId())
                                                                || old.version()
                                                                        <= shiftNow.version()))
                                        .isEmpty())
                        .isEmpty();
        boolean engagement =
                known.engagement()
                        .filter(old ->
                                next.engagement()
                                        .filter(step -> old.version() <= step.version())
                                        .isEmpty())
                        .isEmpty();
        return shift && engagement;
    }

    private static boolean over(MoveEvent event) {
        return switch (event.getChanged().getMove().getState()) {
            case MOVE_STATE_PROPOSED, MOVE_STATE_ACCEPTED -> false;
            case MOVE_STATE_DECLINED,
                    MOVE_STATE_EXPIRED,
                    MOVE_STATE_SUPERSEDED,
                    MOVE_STATE_ARRIVED ->
                    true;
            case MOVE_STATE_UNSPECIFIED, UNRECOGNIZED ->
                    throw new AssertionError("no state of a move: " + event);
        };
    }

    private static boolean eachMove(ProposalState state, Predicate<List<MoveEvent>> holds) {
        return state.proposed().stream().distinct().map(state::of).allMatch(holds);
    }
}
