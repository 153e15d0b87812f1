package dev.supporters.platform.store;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * A collection of aggregates, each one document: its state, its version, the events that wait to be published, and the causes that
 * were applied. It is opened from a {@link CollectionSpec}. Archived aggregates are found by their id as working ones are.
 */
public interface AggregateStore<T> {

    Optional<Versioned<T>> find(String id);

    /** Those that there are, in no order. */
    List<Versioned<T>> findAll(Collection<String> ids);

    /**
     * Those that the query wants, of the working documents, and of the archived ones if it says so. Not a snapshot: an aggregate that
     * moves between the two at the same time may be missing.
     *
     * @throws IllegalArgumentException where no declared index serves the query
     */
    List<Versioned<T>> query(Query query);

    /**
     * Loads, decides, and writes state and events in one update that is guarded by the version; where somebody else was faster,
     * loads and decides again. An archived aggregate that changes is a working one again.
     *
     * <p>Refused: REQUEST_ID_REUSED, if the cause is a request whose key was used with another body.
     *
     * @param cause a request ({@link RequestCause}) or an event's id, remembered with the effect: the second time nothing is decided;
     *     empty if none
     * @return the aggregate after it; empty when there is none and none was made
     * @throws DuplicateKey where a unique index forbids it
     */
    Optional<Versioned<T>> react(String id, String cause, ChangeDecision<T> decision);

    /** As {@link #react}, where there is an aggregate afterwards. */
    default Versioned<T> change(String id, String cause, ChangeDecision<T> decision) {
        return react(id, cause, decision)
                .orElseThrow(() ->
                        new IllegalStateException(
                                "nothing was stored (expected: a decision that makes an aggregate)"));
    }
}
