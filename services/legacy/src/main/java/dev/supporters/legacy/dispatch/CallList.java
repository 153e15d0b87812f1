package dev.supporters.legacy.dispatch;

import dev.supporters.platform.store.Versioned;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Instant;
import java.util.List;

/** All calls, page by page. */
@ApplicationScoped
public class CallList {

    private final GeneralCallRepository calls;

    public CallList(GeneralCallRepository calls) {
        this.calls = calls;
    }

    /** Calls known since an instant or longer, oldest first, after the cursor. */
    public Slice slice(Instant since, Cursor after, int size) {
        List<GeneralCall> found =
                calls.list(since, after.time(), after.callId(), size + 1).stream()
                        .map(Versioned::value)
                        .toList();
        return new Slice(found.subList(0, Math.min(size, found.size())), found.size() > size);
    }

    /** A position in the list. */
    public record Cursor(Instant time, String callId) {

        public static final Cursor START = new Cursor(Instant.EPOCH, "");

        public static Cursor of(GeneralCall call) {
            return new Cursor(call.createTime(), call.id());
        }
    }

    /** A part of the list, and whether there is more. */
    public record Slice(List<GeneralCall> calls, boolean more) {

        public Slice {
            calls = List.copyOf(calls);
        }
    }
}
