package dev.supporters.move.proposal;

import dev.supporters.platform.store.AggregateStore;
import dev.supporters.platform.store.ChangeDecision;
import dev.supporters.platform.store.Query;
import dev.supporters.platform.store.Versioned;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** A store in which one document cannot be read. */
record UnreadableDocument<T>(AggregateStore<T> others, String id) implements AggregateStore<T> {

    @Override
    public Optional<Versioned<T>> find(String wanted) {
        requireReadable(wanted);
        return others.find(wanted);
    }

    @Override
    public List<Versioned<T>> findAll(Collection<String> wanted) {
        wanted.forEach(this::requireReadable);
        return others.findAll(wanted);
    }

    @Override
    public List<Versioned<T>> query(Query query) {
        return others.query(query);
    }

    @Override
    public Optional<Versioned<T>> react(String wanted, String cause, ChangeDecision<T> decision) {
        requireReadable(wanted);
        return others.react(wanted, cause, decision);
    }

    private void requireReadable(String wanted) {
        if (wanted.equals(id)) {
            throw new IllegalArgumentException("document " + id + " cannot be read");
        }
    }
}
