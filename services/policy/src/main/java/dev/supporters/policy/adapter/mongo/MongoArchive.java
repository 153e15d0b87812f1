package dev.supporters.policy.adapter.mongo;

import dev.supporters.policy.book.Archive;
import dev.supporters.policy.book.PolicyKey;
import dev.supporters.policy.book.Revision;

import io.quarkus.mongodb.panache.PanacheMongoRepositoryBase;
import io.quarkus.panache.common.Sort;

import jakarta.enterprise.context.ApplicationScoped;

import java.util.List;
import java.util.Optional;

/** Replaced versions in a collection of their own. */
@ApplicationScoped
class MongoArchive implements Archive, PanacheMongoRepositoryBase<ArchivedRevision, String> {

    private final RevisionMapper mapper = new RevisionMapper();

    @Override
    public void keep(Revision revision) {
        ArchivedRevision archived = new ArchivedRevision();
        archived.id = revision.key().id() + "@" + revision.version();
        archived.key = revision.key().id();
        archived.version = revision.version();
        archived.requestId = revision.requestId();
        archived.state = mapper.write(revision);
        persistOrUpdate(archived);
    }

    @Override
    public List<Revision> before(PolicyKey key, long version, int limit) {
        return find("key = ?1 and version < ?2", Sort.descending("version"), key.id(), version)
                .page(0, limit)
                .stream()
                .map(archived -> mapper.read(archived.state))
                .toList();
    }

    @Override
    public Optional<Revision> putBy(PolicyKey key, String requestId) {
        return find("key = ?1 and requestId = ?2", key.id(), requestId)
                .firstResultOptional()
                .map(archived -> mapper.read(archived.state));
    }
}
