package dev.supporters.platform.store;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The documents whose events are being published. Each is in one thread's hands at a time, so that no event overtakes an older one of
 * the same document; what comes meanwhile waits, and only the newest of it, as that contains what is older.
 */
final class DocumentsUnderWay {

    /** What becomes of what was offered. */
    enum OfferOutcome {
        /** Nobody publishes this document: the caller does. */
        FIRST,
        /** Who publishes this document does. */
        BEHIND,
        /** There is no room. */
        NONE
    }

    private final int most;
    private final Map<Key, Optional<Outbox.WaitingEvents>> behind = new HashMap<>();

    DocumentsUnderWay(int most) {
        this.most = most;
    }

    synchronized OfferOutcome offer(Outbox.Source source, Outbox.WaitingEvents waiting) {
        Key key = new Key(source, waiting.documentId());
        Optional<Outbox.WaitingEvents> known = behind.get(key);
        if (known != null) {
            if (known.filter(newest -> newest.version() > waiting.version()).isEmpty()) {
                behind.put(key, Optional.of(waiting));
            }
            return OfferOutcome.BEHIND;
        }
        if (behind.size() >= most) {
            return OfferOutcome.NONE;
        }
        behind.put(key, Optional.empty());
        return OfferOutcome.FIRST;
    }

    /** What came meanwhile; if nothing did, the document is no longer under way. */
    synchronized Optional<Outbox.WaitingEvents> next(Outbox.Source source, String documentId) {
        Key key = new Key(source, documentId);
        Optional<Outbox.WaitingEvents> next = behind.remove(key);
        if (next.isPresent()) {
            behind.put(key, Optional.empty());
        }
        return next;
    }

    synchronized boolean full() {
        return behind.size() >= most;
    }

    private record Key(Outbox.Source source, String documentId) {}
}
