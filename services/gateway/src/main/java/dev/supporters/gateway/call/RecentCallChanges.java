package dev.supporters.gateway.call;

import dev.supporters.contract.CallId;
import dev.supporters.proto.common.v1.Product;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.Set;

/** Which calls have changed last, as events tell of them. What became of them, whoever wants to know reads. */
public final class RecentCallChanges {

    /** So many of a product: what a subscriber who misses some messages still finds in the next one. */
    public static final int MOST = 50;

    private final Map<Product, SequencedSet<CallId>> newest = new EnumMap<>(Product.class);
    private final Set<Product> untold = EnumSet.noneOf(Product.class);
    private long changes;

    /** A call has changed. */
    public synchronized void changed(Product product, CallId callId) {
        SequencedSet<CallId> calls = newest.computeIfAbsent(product, _ -> new LinkedHashSet<>());
        calls.addFirst(callId);
        if (calls.size() > MOST) {
            calls.removeLast();
        }
        untold.add(product);
        changes++;
    }

    /** The calls that have changed last, the newest change first. */
    public synchronized List<CallId> newest(Product product) {
        SequencedSet<CallId> calls = newest.get(product);
        return calls == null ? List.of() : List.copyOf(calls);
    }

    /** Of which products calls have changed since this was asked last. */
    public synchronized Set<Product> takeUntold() {
        Set<Product> taken = Set.copyOf(untold);
        untold.clear();
        return taken;
    }

    /** Grows with every change. */
    public synchronized long version() {
        return changes;
    }
}
