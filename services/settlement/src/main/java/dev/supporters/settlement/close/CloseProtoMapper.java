package dev.supporters.settlement.close;

import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.settlement.v1.BusinessDateState;
import dev.supporters.proto.settlement.v1.ObstacleKind;

import java.util.Optional;

/** Business dates as the interface shows them. */
public final class CloseProtoMapper {

    private CloseProtoMapper() {}

    public static dev.supporters.proto.settlement.v1.BusinessDate toProto(
            CloseService.CloseProgress progress) {
        BusinessDate businessDate = progress.businessDate();
        var proto =
                dev.supporters.proto.settlement.v1.BusinessDate.newBuilder()
                        .setProduct(businessDate.product())
                        .setRegion(businessDate.region())
                        .setBusinessDate(businessDate.date().toString())
                        .setState(BusinessDateState.BUSINESS_DATE_STATE_OPEN)
                        .addAllObstacles(
                                progress.obstacles().stream()
                                        .map(CloseProtoMapper::obstacle)
                                        .toList());
        Optional<DateClose> close = progress.close();
        close.ifPresent(found ->
                proto.setState(state(found))
                        .setActor(found.actor())
                        .setBeginTime(Timestamps.of(found.beginTime())));
        close.flatMap(DateClose::closeTime)
                .ifPresent(time -> proto.setCloseTime(Timestamps.of(time)));
        close.flatMap(DateClose::override)
                .ifPresent(override ->
                        proto.addAllOverrides(
                                        override.obstacles().stream()
                                                .sorted()
                                                .map(CloseProtoMapper::kind)
                                                .toList())
                                .setOverrideActor(override.actor())
                                .setOverrideReason(override.reason())
                                .setOverrideTime(Timestamps.of(override.time())));
        return proto.build();
    }

    static BusinessDateState state(DateClose close) {
        return close.isClosed()
                ? BusinessDateState.BUSINESS_DATE_STATE_CLOSED
                : BusinessDateState.BUSINESS_DATE_STATE_CLOSING;
    }

    /** Refused: INVALID_ARGUMENT, if it is none that this version knows. */
    public static Obstacle.Kind kind(ObstacleKind kind) {
        return switch (kind) {
            case OBSTACLE_KIND_RUNNING -> Obstacle.Kind.RUNNING;
            case OBSTACLE_KIND_HELD_BACK -> Obstacle.Kind.HELD_BACK;
            case OBSTACLE_KIND_BEGIN_MISSING -> Obstacle.Kind.BEGIN_MISSING;
            case OBSTACLE_KIND_DISPUTED -> Obstacle.Kind.DISPUTED;
            case OBSTACLE_KIND_UNPROVEN -> Obstacle.Kind.UNPROVEN;
            case OBSTACLE_KIND_UNSPECIFIED, UNRECOGNIZED ->
                    throw Refusal.invalid("overrides", kind, "DISPUTED, UNPROVEN or BEGIN_MISSING");
        };
    }

    private static ObstacleKind kind(Obstacle.Kind kind) {
        return switch (kind) {
            case RUNNING -> ObstacleKind.OBSTACLE_KIND_RUNNING;
            case HELD_BACK -> ObstacleKind.OBSTACLE_KIND_HELD_BACK;
            case BEGIN_MISSING -> ObstacleKind.OBSTACLE_KIND_BEGIN_MISSING;
            case DISPUTED -> ObstacleKind.OBSTACLE_KIND_DISPUTED;
            case UNPROVEN -> ObstacleKind.OBSTACLE_KIND_UNPROVEN;
        };
    }

    private static dev.supporters.proto.settlement.v1.Obstacle obstacle(Obstacle obstacle) {
        return dev.supporters.proto.settlement.v1.Obstacle.newBuilder()
                .setWorkId(obstacle.workId().value())
                .setKind(kind(obstacle.kind()))
                .build();
    }
}
