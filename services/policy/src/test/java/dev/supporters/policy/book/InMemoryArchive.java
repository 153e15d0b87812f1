package dev.supporters.policy.book;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** An archive in memory. */
final class InMemoryArchive implements Archive {

    private final Map<String, Revision> revisions = new ConcurrentHashMap<>();

    @Override
    public void keep(Revision revision) {
        revisions.put(revision.key().id() + "@" + revision.version(), revision);
    }

    @Override
    public List<Revision> before(PolicyKey key, long version, int limit) {
        return revisions.values().stream()
                .filter(revision -> revision.key().equals(key) && revision.version() < version)
                .sorted(Comparator.comparingLong(Revision::version).reversed())
                .limit(limit)
                .toList();
    }

    @Override
    public Optional<Revision> putBy(PolicyKey key, String requestId) {
        return revisions.values().stream()
                .filter(revision ->
                        revision.key().equals(key) && revision.requestId().equals(requestId))
                .findAny();
    }
}
