package dev.supporters.platform.store;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The newest events that this process has sent, so that it doesn't send them again while the store still shows them. */
final class SentEvents {

    private final Set<String> ids;

    SentEvents(int most) {
        ids =
                Collections.newSetFromMap(
                        new LinkedHashMap<>() {
                            @Override
                            protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
                                return size() > most;
                            }
                        });
    }

    /** Whether it is new. */
    synchronized boolean add(String id) {
        return ids.add(id);
    }

    synchronized void forget(List<String> failed) {
        failed.forEach(ids::remove);
    }
}
