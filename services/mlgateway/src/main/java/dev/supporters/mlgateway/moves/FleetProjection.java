package dev.supporters.mlgateway.moves;

import dev.supporters.contract.CallId;
import dev.supporters.contract.DriverId;
import dev.supporters.contract.EngagementStep;
import dev.supporters.contract.Position;
import dev.supporters.contract.WorkStep;
import dev.supporters.mlgateway.moves.FleetMember.Fix;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.move.v1.Move;

import jakarta.inject.Singleton;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/** The supporters of all regions, in memory, as the topics tell. It may lag behind the truth by the way of an event. */
@Singleton
public class FleetProjection {

    private final Map<DriverId, FleetMember> members = new ConcurrentHashMap<>();
    private final Map<CallId, DriveEnd> drives = new ConcurrentHashMap<>();

    /** Roughly where a drive ends, and when that was told. */
    private record DriveEnd(Position area, Instant time) {}

    public void begun(WorkStep step, Instant windowEnd, Optional<Position> position) {
        change(step.driverId(), member -> member.begun(step, windowEnd));
        position.ifPresent(at -> located(step.driverId(), at, step.time()));
    }

    public void next(WorkStep step) {
        change(step.driverId(), member -> member.next(step));
    }

    public void engaged(EngagementStep step) {
        change(step.driverId(), member -> member.engaged(step));
    }

    public void heads(CallId callId, Position area, Instant time) {
        drives.put(callId, new DriveEnd(area, time));
    }

    public void ended(CallId callId) {
        drives.remove(callId);
    }

    /** Roughly where the drive of a call ends; empty until its driver has accepted. */
    Optional<Position> destinationArea(CallId callId) {
        return Optional.ofNullable(drives.get(callId)).map(DriveEnd::area);
    }

    public void located(DriverId driverId, Position position, Instant time) {
        change(driverId, member -> member.seen(new Fix(Optional.of(position), time)));
    }

    public void unreachable(DriverId driverId, Instant time) {
        change(driverId, member -> member.seen(new Fix(Optional.empty(), time)));
    }

    public void moved(Move move, Instant time) {
        change(new DriverId(move.getDriverId()), member -> member.moved(move, time));
    }

    /** We asked for a move or a rest. */
    void signalled(DriverId driverId, FleetMember.LastMoveSignal signal) {
        change(driverId, member -> member.signalled(signal));
    }

    /** Those whose shift in the region has not ended at an instant, by their ids. */
    List<FleetMember> atWork(Product product, String region, Instant now) {
        return members.values().stream()
                .filter(member -> atWork(member, product, region, now))
                .sorted(Comparator.comparing(FleetMember::driverId))
                .toList();
    }

    /** Forgets shifts whose window ended before an instant, and drives of that time. */
    public void forget(Instant endedBefore) {
        drives.values().removeIf(drive -> drive.time().isBefore(endedBefore));
        members.values()
                .removeIf(member ->
                        member.shift()
                                .filter(shift -> shift.windowEnd().isBefore(endedBefore))
                                .isPresent());
    }

    private static boolean atWork(FleetMember member, Product product, String region, Instant now) {
        return member.shift()
                .filter(shift -> shift.step().product() == product)
                .filter(shift -> shift.step().region().equals(region))
                .filter(shift -> shift.windowEnd().isAfter(now))
                .filter(shift ->
                        switch (shift.step().state()) {
                            case WORKING, RESTING -> true;
                            case ENDING, ENDED -> false;
                        })
                .isPresent();
    }

    private void change(DriverId driverId, UnaryOperator<FleetMember> change) {
        members.compute(
                driverId,
                (id, known) -> change.apply(known == null ? FleetMember.unheard(driverId) : known));
    }
}
