package dev.supporters.platform.store;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which waiting documents a process' sweep takes: those that it has met several times in a row with the same oldest event, and each
 * only in the process' turn. Turns differ between documents and processes, so that not all processes publish the same at once.
 */
final class SweepTurns {

    private final String process;
    private final int patience;
    private Map<String, Met> met = Map.of();

    /**
     * @param process its name among those that sweep the same collection
     * @param patience so many sweeps in a row must have met a document
     */
    SweepTurns(String process, int patience) {
        this.process = process;
        this.patience = patience;
    }

    /** Those that this sweep takes, of all that it has met. */
    synchronized List<Outbox.WaitingEvents> due(List<Outbox.WaitingEvents> waiting) {
        Map<String, Met> before = met;
        met = new HashMap<>();
        waiting.forEach(each -> met.put(each.documentId(), again(before, each)));
        return waiting.stream().filter(this::isDue).toList();
    }

    private static Met again(Map<String, Met> before, Outbox.WaitingEvents waiting) {
        String oldest = waiting.events().getFirst().getString("id");
        Met last = before.get(waiting.documentId());
        return last != null && last.oldest().equals(oldest)
                ? new Met(oldest, last.times() + 1)
                : new Met(oldest, 1);
    }

    private boolean isDue(Outbox.WaitingEvents waiting) {
        int times = met.get(waiting.documentId()).times();
        int turn = (process + "/" + waiting.documentId()).hashCode();
        return times >= patience && Math.floorMod(times - turn, patience) == 0;
    }

    private record Met(String oldest, int times) {}
}
