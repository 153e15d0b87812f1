package dev.supporters.policy.book;

import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.store.AggregateStore;
import dev.supporters.platform.store.Change;
import dev.supporters.platform.store.Versioned;
import dev.supporters.proto.common.v1.ErrorReason;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The policies: one document holds the newest version of each; what it replaces goes to the archive first, so that the two together
 * are the whole history at every moment.
 */
@ApplicationScoped
public class PolicyBook {

    private final AggregateStore<Revision> newest;
    private final Shelf shelf;
    private final Archive archive;
    private final Clock clock;

    PolicyBook(AggregateStore<Revision> newest, Shelf shelf, Archive archive, Clock clock) {
        this.newest = newest;
        this.shelf = shelf;
        this.archive = archive;
        this.clock = clock;
    }

    public Revision get(PolicyKey key) {
        return newest.find(key.id()).map(Versioned::value).orElseThrow(() -> notFound(key));
    }

    /** The newest versions by product and region, after the given token. */
    public Page<Revision> list(String token, int size) {
        return page(shelf.after(token, size + 1), size, last -> last.key().id());
    }

    public Revision put(PutOrder order) {
        Versioned<Revision> put =
                newest.change(
                        order.key().id(),
                        order.requestId(),
                        (current, version) -> Optional.of(replace(order, current, version)));
        if (!put.repeated() || put.value().requestId().equals(order.requestId())) {
            return put.value();
        }
        return archive.putBy(order.key(), order.requestId()).orElse(put.value());
    }

    /** Versions below the given one, newest first. */
    public Page<Revision> history(PolicyKey key, long below, int size) {
        Optional<Revision> current = newest.find(key.id()).map(Versioned::value);
        long replaced = Math.min(below, current.map(Revision::version).orElse(0L));
        List<Revision> found = new ArrayList<>();
        current.filter(revision -> revision.version() < below).ifPresent(found::add);
        found.addAll(archive.before(key, replaced, size + 1));
        return page(found, size, last -> Long.toString(last.version()));
    }

    private Change<Revision> replace(PutOrder order, Optional<Revision> current, long version) {
        long found = current.map(Revision::version).orElse(0L);
        if (!order.replaces(found)) {
            throw new Refusal(
                    ErrorReason.ERROR_REASON_VERSION_CONFLICT,
                    "expected_version: " + order.expectedVersion(),
                    String.valueOf(found));
        }
        current.ifPresent(archive::keep);
        Revision next =
                new Revision(
                        order.key(),
                        version,
                        order.terms(),
                        clock.instant(),
                        order.actor(),
                        order.requestId());
        return Change.to(next, PolicyEvents.put(next));
    }

    private static Page<Revision> page(
            List<Revision> found, int size, Function<Revision, String> token) {
        if (found.size() <= size) {
            return new Page<>(found, "");
        }
        List<Revision> items = found.subList(0, size);
        return new Page<>(items, token.apply(items.getLast()));
    }

    private static Refusal notFound(PolicyKey key) {
        return new Refusal(
                ErrorReason.ERROR_REASON_POLICY_NOT_FOUND, key.id(), "a policy that was put");
    }
}
