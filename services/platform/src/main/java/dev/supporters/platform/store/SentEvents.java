package dev.supporters.platform.store;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The newest events that the broker has taken from this process, so that it doesn't send them again while the store still shows them. */
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

    synchronized void add(String id) {
        ids.add(id);
    }

    synchronized boolean contains(String id) {
        return ids.contains(id);
    }
}
