package dev.supporters.settlement.pay;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** All facts of a shift, each once, whatever the order in which they came. */
public final class Facts {

    private static final Facts NONE = new Facts(new TreeMap<>());

    private final SortedMap<String, Fact> byEventId;

    private Facts(SortedMap<String, Fact> byEventId) {
        this.byEventId = Collections.unmodifiableSortedMap(byEventId);
    }

    public static Facts none() {
        return NONE;
    }

    public static Facts of(Collection<Fact> facts) {
        SortedMap<String, Fact> all = new TreeMap<>();
        facts.forEach(fact -> all.putIfAbsent(fact.eventId(), fact));
        return new Facts(all);
    }

    public boolean contain(Fact fact) {
        return byEventId.containsKey(fact.eventId());
    }

    public Facts with(Fact fact) {
        SortedMap<String, Fact> more = new TreeMap<>(byEventId);
        more.putIfAbsent(fact.eventId(), fact);
        return new Facts(more);
    }

    public Collection<Fact> all() {
        return byEventId.values();
    }

    public Optional<Fact.Begun> begun() {
        return earliest(of(Fact.Begun.class));
    }

    public Optional<Fact.Ended> ended() {
        return earliest(of(Fact.Ended.class));
    }

    /** When the cell in which the shift began closed, oldest first. */
    public List<Instant> zoneClosings() {
        return of(Fact.ZoneClosed.class).map(Fact::time).sorted().toList();
    }

    <F extends Fact> Stream<F> of(Class<F> type) {
        return byEventId.values().stream().filter(type::isInstance).map(type::cast);
    }

    private static <F extends Fact> Optional<F> earliest(Stream<F> facts) {
        return facts.min(Comparator.<F, Instant>comparing(Fact::time).thenComparing(Fact::eventId));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Facts facts && byEventId.equals(facts.byEventId);
    }

    @Override
    public int hashCode() {
        return byEventId.hashCode();
    }

    @Override
    public String toString() {
        return byEventId.values().toString();
    }
}
