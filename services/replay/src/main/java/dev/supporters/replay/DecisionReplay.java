package dev.supporters.replay;

import dev.supporters.proto.events.routing.v1.CallRouted;
import dev.supporters.proto.events.routing.v1.PoolSolved;

import java.util.List;
import java.util.Locale;

/** A recorded decision, taken again, for whoever shows it: the path of a call, or the choice for all calls that were held. */
public final class DecisionReplay {

    /** In which it can be explained: English and Korean. */
    public static final List<String> LANGUAGES = List.of("en", "ko");

    private final Recorded decision;

    private DecisionReplay(Recorded decision) {
        this.decision = decision;
    }

    /** Takes a decision again, from its record alone. */
    public static DecisionReplay of(CallRouted record) {
        return new DecisionReplay(RecordedPath.of(record));
    }

    /** Chooses again for all calls that were held, from the record alone. */
    public static DecisionReplay of(PoolSolved record) {
        return new DecisionReplay(RecordedPool.of(record));
    }

    public ReplayStatus result() {
        return decision.result();
    }

    /** What differs, a line for each; empty unless something does. */
    public List<String> differences() {
        return decision.differences();
    }

    /** What was decided, in plain words of one of the languages. */
    public List<String> explain(String language) {
        return decision.explain(new Phrases(Locale.of(language)));
    }
}
