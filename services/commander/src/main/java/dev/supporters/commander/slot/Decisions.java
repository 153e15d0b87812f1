package dev.supporters.commander.slot;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The newest commands that have left a slot, newest last: what makes an answer that is given again come out the same. */
public record Decisions(List<Decided> all) {

    public static final Decisions NONE = new Decisions(List.of());

    static final int REMEMBERED = 20;

    public Decisions {
        all = List.copyOf(all);
    }

    Decisions plus(Decided decided) {
        List<Decided> next = new ArrayList<>(all);
        next.add(decided);
        return new Decisions(next.subList(Math.max(0, next.size() - REMEMBERED), next.size()));
    }

    Optional<Decided> newest(CommandKey key) {
        return all.reversed().stream().filter(key::matches).findFirst();
    }

    Optional<Decided> newest(CallId callId) {
        return all.reversed().stream()
                .filter(decided -> decided.callId().equals(callId))
                .findFirst();
    }

    boolean refused(CallId callId) {
        return all.stream()
                .anyMatch(d -> d.callId().equals(callId) && d.outcome() instanceof Outcome.Refused);
    }
}
