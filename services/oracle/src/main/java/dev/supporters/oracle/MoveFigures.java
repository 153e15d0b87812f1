package dev.supporters.oracle;

import dev.supporters.proto.events.move.v1.MoveEvent;
import dev.supporters.proto.move.v1.Move;
import dev.supporters.proto.move.v1.MoveState;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Moves and rest advice: what supporters were asked, and what they did. */
record MoveFigures(NightHistory history) {

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(ReportLines.head("Moves"));
        lines.addAll(lines("moves proposed", "arrived", states(true)));
        lines.addAll(lines("rests advised", "rested", states(false)));
        return lines;
    }

    /** The states that each move, or each advice, was in. */
    private Map<String, Set<MoveState>> states(boolean toPlace) {
        Map<String, Set<MoveState>> states = new TreeMap<>();
        for (MoveEvent event : history.log().moves()) {
            Move move = event.getChanged().getMove();
            if (move.hasDestination() == toPlace) { // a rest has none
                states.computeIfAbsent(move.getMoveId(), id -> EnumSet.noneOf(MoveState.class))
                        .add(move.getState());
            }
        }
        return states;
    }

    private static List<String> lines(
            String asked, String done, Map<String, Set<MoveState>> states) {
        long all = states.size();
        if (all == 0) {
            return List.of(ReportLines.number(asked, 0));
        }
        long followed = count(states, MoveState.MOVE_STATE_ACCEPTED);
        return List.of(
                ReportLines.number(asked, all),
                ReportLines.share("  followed", followed, all),
                ReportLines.share("  " + done, count(states, MoveState.MOVE_STATE_ARRIVED), all),
                ReportLines.share("  declined", count(states, MoveState.MOVE_STATE_DECLINED), all),
                ReportLines.share("  expired", count(states, MoveState.MOVE_STATE_EXPIRED), all),
                ReportLines.share(
                        "  ended by a command, a rest or a newer move",
                        count(states, MoveState.MOVE_STATE_SUPERSEDED),
                        all));
    }

    private static long count(Map<String, Set<MoveState>> states, MoveState state) {
        return states.values().stream().filter(seen -> seen.contains(state)).count();
    }
}
