package dev.supporters.platform.store;

import org.bson.Document;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The documents of a collection as this process wrote them last. Usually nobody else has changed them since, and the next change needs no
 * reading before: it is written on the condition that the version is still this one. Where other processes change the same documents so
 * often that this is lost more than every other time, it is tried seldom.
 */
final class OwnWrites {

    private static final int MOST = 1_000;
    private static final int MOST_WORTH = 16;
    private static final int PROBE_EVERY = 16;

    private final Map<String, Written> newest =
            new LinkedHashMap<>(16, .75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Written> eldest) {
                    return size() > MOST;
                }
            };
    private int worth = MOST_WORTH / 2;
    private int asked;

    /**
     * A document after a write.
     *
     * @param state as it was written
     * @param causes which it remembers
     */
    record Written(long version, Document state, KnownCauses causes) {}

    synchronized void put(String id, Written written) {
        newest.put(id, written);
    }

    /** What this process wrote last, if it is worth trying. */
    synchronized Optional<Written> find(String id) {
        asked++;
        boolean tried = worth > 0 || asked % PROBE_EVERY == 0;
        return tried ? Optional.ofNullable(newest.get(id)) : Optional.empty();
    }

    /** It was still so. */
    synchronized void confirmed() {
        worth = Math.min(MOST_WORTH, worth + 1);
    }

    /** It is read before it is changed the next time. */
    synchronized void forget(String id) {
        newest.remove(id);
    }

    /** Somebody else has changed the document, or it is no longer there. */
    synchronized void outdated(String id) {
        newest.remove(id);
        worth = Math.max(0, worth - 1);
    }
}
