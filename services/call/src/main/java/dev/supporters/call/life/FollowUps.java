package dev.supporters.call.life;

import dev.supporters.call.life.FollowUp.Kind;
import dev.supporters.call.life.FollowUp.NotTold;
import dev.supporters.call.life.FollowUp.Parked;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** A call's follow-ups: at most one of each kind. */
public record FollowUps(List<FollowUp> all) {

    public static final FollowUps NONE = new FollowUps(List.of());

    public FollowUps {
        all = List.copyOf(all);
    }

    public Optional<FollowUp> find(Kind kind) {
        return all.stream().filter(followUp -> followUp.kind() == kind).findFirst();
    }

    public Optional<NotTold> pending(Kind kind) {
        return find(kind)
                .flatMap(followUp ->
                        followUp.status() instanceof NotTold pending
                                ? Optional.of(pending)
                                : Optional.empty());
    }

    public FollowUps with(FollowUp followUp) {
        List<FollowUp> next = new ArrayList<>(without(followUp.kind()).all);
        next.add(followUp);
        return new FollowUps(next);
    }

    public FollowUps without(Kind kind) {
        return new FollowUps(all.stream().filter(followUp -> followUp.kind() != kind).toList());
    }

    /** When the first of those that are pending is due. */
    public Optional<Instant> due() {
        return first(status ->
                status instanceof NotTold pending ? Stream.of(pending.due()) : Stream.empty());
    }

    public boolean allAcknowledged() {
        return all.stream().allMatch(each -> each.status() instanceof FollowUp.Acknowledged);
    }

    /** Since when the first of those that are pending waits. */
    public Optional<Instant> waitingSince() {
        return first(status ->
                status instanceof NotTold pending ? Stream.of(pending.since()) : Stream.empty());
    }

    /** When the first of those that are parked was parked. */
    public Optional<Instant> parkedSince() {
        return first(status ->
                status instanceof Parked parked ? Stream.of(parked.since()) : Stream.empty());
    }

    private Optional<Instant> first(Function<FollowUp.Status, Stream<Instant>> time) {
        return all.stream().map(FollowUp::status).flatMap(time).min(Instant::compareTo);
    }
}
