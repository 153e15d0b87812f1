package dev.supporters.gateway.fleet;

import dev.supporters.contract.DriverId;
import dev.supporters.contract.EngagementStep;
import dev.supporters.contract.Position;
import dev.supporters.contract.WorkStep;
import dev.supporters.gateway.fleet.FollowedSupporter.LastSeen;
import dev.supporters.proto.common.v1.Product;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;

/** All supporters in memory, as topics tell of them. It may lag behind the truth by the way of an event. */
public final class Fleet {

    private final Map<DriverId, FollowedSupporter> members = new ConcurrentHashMap<>();
    private final AtomicLong changes = new AtomicLong();

    /** A step of a shift. */
    public void shift(WorkStep step) {
        change(step.driverId(), member -> member.after(step));
    }

    /** A step of a command or drive. */
    public void engagement(EngagementStep step) {
        change(step.driverId(), member -> member.after(step));
    }

    /** A position. */
    public void located(DriverId driverId, Position position, Instant time) {
        change(driverId, member -> member.at(new LastSeen(Optional.of(position), time)));
    }

    /** Nothing was reported for too long. */
    public void unreachable(DriverId driverId, Instant time) {
        change(driverId, member -> member.at(new LastSeen(Optional.empty(), time)));
    }

    /** A move was proposed, changed or is over. */
    public void move(DriverId driverId, MoveTarget target) {
        change(driverId, member -> member.asked(target));
    }

    /** Who is at work for a product, in a region or in all, in the order of their ids. */
    public List<FleetSupporter> atWork(Product product, Optional<String> region, Instant now) {
        return members.values().stream()
                .flatMap(member -> member.seen(product, region, now).stream())
                .sorted(Comparator.comparing(FleetSupporter::driverId))
                .toList();
    }

    /** One who is at work for a product. */
    public Optional<FleetSupporter> find(DriverId driverId, Product product, Instant now) {
        return Optional.ofNullable(members.get(driverId))
                .flatMap(member -> member.seen(product, Optional.empty(), now));
    }

    /** Grows with every change. */
    public long version() {
        return changes.get();
    }

    private void change(DriverId driverId, UnaryOperator<FollowedSupporter> change) {
        members.compute(
                driverId,
                (id, known) -> {
                    FollowedSupporter before =
                            known == null ? FollowedSupporter.unheard(id) : known;
                    FollowedSupporter after = change.apply(before);
                    if (!after.equals(before)) {
                        changes.incrementAndGet();
                    }
                    return after;
                });
    }
}
