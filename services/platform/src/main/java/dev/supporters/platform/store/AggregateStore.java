package dev.supporters.platform.store;

import org.bson.conversions.Bson;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * A collection of aggregates, each one document: its state, its version, the events that wait to be published, and the causes
 * that were applied. The state's fields are "state.xyz" in filters.
 *
 * <p>Queries by anything but the id scan the collection on the embedded store: keep working collections small.
 */
public interface AggregateStore<T> {

    Optional<Versioned<T>> find(String id);

    /** Those that there are, in no order. */
    List<Versioned<T>> findAll(Collection<String> ids);

    /** At most {@code limit} documents; {@code sort} may be an empty document. */
    List<Versioned<T>> query(Bson filter, Bson sort, int limit);

    /**
     * Loads, decides, and writes state and events in one update that is guarded by the version; where somebody else was faster,
     * loads and decides again.
     *
     * @param cause a request's or an event's id, remembered with the effect: the second time nothing is decided; empty if none
     * @return the aggregate after it; empty when there is none and none was made
     * @throws DuplicateKey where a unique index forbids it
     */
    Optional<Versioned<T>> react(String id, String cause, Decision<T> decision);

    /** As {@link #react}, where there is an aggregate afterwards. */
    default Versioned<T> change(String id, String cause, Decision<T> decision) {
        return react(id, cause, decision)
                .orElseThrow(() ->
                        new IllegalStateException(
                                "nothing was stored (expected: a decision that makes an aggregate)"));
    }

    /** Makes a field of the state unique among those documents that have it. Called at start, before any change. */
    void uniqueIndex(String name, String... stateFields);
}
