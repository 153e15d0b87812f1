package dev.supporters.routing.decision;

import dev.supporters.contract.CallId;
import dev.supporters.contract.Money;
import dev.supporters.contract.Place;
import dev.supporters.contract.Position;
import dev.supporters.dispatch.assignment.CallToAssign;
import dev.supporters.dispatch.assignment.RoadEstimate;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.call.v1.Call;
import dev.supporters.proto.common.v1.Product;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A well-formed call that needs a path. */
public record RoutableCall(CallId callId, Product product, Position origin, Call message) {

    /** What its path depends on; a call that does not say when it was requested is a new one. */
    CallToAssign facts(Instant now) {
        return new CallToAssign(
                callId,
                origin,
                message.hasCreateTime() ? Timestamps.instant(message.getCreateTime()) : now,
                message.getDistanceMeters(),
                estimatedMeters(),
                message.hasFare() ? Optional.of(Money.of(message.getFare())) : Optional.empty());
    }

    /** 0 without a destination. */
    private int estimatedMeters() {
        List<Position> goals =
                Stream.of(message.getStopover(), message.getDestination())
                        .flatMap(place -> Place.of(place).position().stream())
                        .toList();
        return goals.isEmpty() || !message.hasDestination()
                ? 0
                : RoadEstimate.meters(Stream.concat(Stream.of(origin), goals.stream()).toList());
    }
}
