package dev.supporters.settlement.pay;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All facts of a shift, each once, whatever the order in which they came. */
public final class Facts {

    private static final long BEGIN_VERSION = 1;
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

    /** Without those that have one of the ids. */
    public Facts without(Collection<String> eventIds) {
        return of(
                byEventId.values().stream()
                        .filter(fact -> !eventIds.contains(fact.eventId()))
                        .toList());
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

    /**
     * The newest version of the shift before its end whose event has not come; nothing is known of what it changed. Empty if all events of
     * the shift are known, if it has not ended, and if its end was stored without a version.
     */
    public Optional<Long> missingVersion() {
        Map<Long, Long> previous =
                of(Fact.Step.class)
                        .collect(
                                Collectors.toMap(
                                        Fact.Step::version, Fact.Step::previous, Math::min));
        long version = ended().map(Fact.Ended::version).orElse(0L);
        while (version > BEGIN_VERSION) {
            if (!previous.containsKey(version)) {
                return Optional.of(version);
            }
            version = Math.min(previous.get(version), version - 1);
        }
        return Optional.empty();
    }

    /** The calls of accepted commands, as far as the facts name them. */
    public Map<String, String> callsByCommand() {
        return of(Fact.Accepted.class)
                .filter(accepted -> !accepted.callId().isEmpty())
                .collect(
                        Collectors.toMap(
                                Fact.Accepted::commandId,
                                Fact.Accepted::callId,
                                (one, same) -> one));
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
