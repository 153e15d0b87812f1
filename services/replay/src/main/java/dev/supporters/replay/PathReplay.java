package dev.supporters.replay;

import dev.supporters.proto.events.routing.v1.CallRouted;

import java.util.List;
import java.util.Locale;

/** The recorded path of a call, taken again, for whoever shows it. */
public final class PathReplay {

    /** In which it can be explained: English and Korean. */
    public static final List<String> LANGUAGES = List.of("en", "ko");

    private final RecordedPath path;

    private PathReplay(RecordedPath path) {
        this.path = path;
    }

    /** Takes a decision again, from its record alone. */
    public static PathReplay of(CallRouted record) {
        return new PathReplay(RecordedPath.of(record));
    }

    public ReplayStatus result() {
        return path.result();
    }

    /** What differs, a line for each; empty unless something does. */
    public List<String> differences() {
        return path.differences();
    }

    /** What was decided, in plain words of one of the languages. */
    public List<String> explain(String language) {
        return path.explain(new Phrases(Locale.of(language)));
    }
}
