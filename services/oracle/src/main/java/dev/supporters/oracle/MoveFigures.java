package dev.supporters.oracle;

import dev.supporters.proto.events.move.v1.MoveEvent;
import dev.supporters.proto.move.v1.Move;
import dev.supporters.proto.move.v1.MoveState;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Moves and rest advice: what supporters were asked, and what they did. */
record MoveFigures(NightHistory history) {

    private static final int ARRIVED = 6;

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(ReportLines.head("Moves"));
        lines.addAll(lines("moves proposed", "arrived", states(true)));
        lines.addAll(lines("rests advised", "rested", states(false)));
        return lines;
    }

    /** The states that each move, or each advice, was in. */
    private Map<String, Set<Integer>> states(boolean toPlace) {
        Map<String, Set<Integer>> states = new TreeMap<>();
        for (MoveEvent event : history.log().moves()) {
            Move move = event.getChanged().getMove();
            if (move.hasDestination() == toPlace) { // a rest has none
                states.computeIfAbsent(move.getMoveId(), id -> new HashSet<>())
                        .add(move.getStateValue());
            }
        }
        return states;
    }

    private static List<String> lines(String asked, String done, Map<String, Set<Integer>> states) {
        long all = states.size();
        if (all == 0) {
            return List.of(ReportLines.number(asked, 0));
        }
        long followed = count(states, MoveState.MOVE_STATE_ACCEPTED_VALUE);
        return List.of(
                ReportLines.number(asked, all),
                ReportLines.share("  followed", followed, all),
                ReportLines.share("  " + done, count(states, ARRIVED), all),
                ReportLines.share(
                        "  declined", count(states, MoveState.MOVE_STATE_DECLINED_VALUE), all),
                ReportLines.share(
                        "  expired", count(states, MoveState.MOVE_STATE_EXPIRED_VALUE), all),
                ReportLines.share(
                        "  ended by a command, a rest or a newer move",
                        count(states, MoveState.MOVE_STATE_SUPERSEDED_VALUE),
                        all));
    }

    private static long count(Map<String, Set<Integer>> states, int state) {
        return states.values().stream().filter(seen -> seen.contains(state)).count();
    }
}
