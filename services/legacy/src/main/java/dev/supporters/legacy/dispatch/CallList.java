package dev.supporters.legacy.dispatch;

import dev.supporters.platform.store.Versioned;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Instant;
import java.util.List;

/** All calls, page by page. */
@ApplicationScoped
public class CallList {

    private final LegacyCalls calls;

    public CallList(LegacyCalls calls) {
        this.calls = calls;
    }

    /** A page: calls known since an instant or longer, oldest first, behind a place in the list. */
    public Page page(Instant since, Place after, int size) {
        List<LegacyCall> found =
                calls.list(since, after.time(), after.callId(), size + 1).stream()
                        .map(Versioned::value)
                        .toList();
        return new Page(found.subList(0, Math.min(size, found.size())), found.size() > size);
    }

    /** A place in the list. */
    public record Place(Instant time, String callId) {

        public static final Place START = new Place(Instant.EPOCH, "");

        public static Place of(LegacyCall call) {
            return new Place(call.createTime(), call.id());
        }
    }

    /** A part of the list. */
    public record Page(List<LegacyCall> calls, boolean more) {

        public Page {
            calls = List.copyOf(calls);
        }
    }
}
