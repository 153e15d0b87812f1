package dev.supporters.work.adapter.grpc;

import dev.supporters.contract.AppRule;
import dev.supporters.contract.AppVersion;
import dev.supporters.contract.DriverId;
import dev.supporters.contract.Position;
import dev.supporters.contract.WorkId;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.platform.store.Versioned;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.work.v1.BeginRequest;
import dev.supporters.proto.work.v1.EndByOperatorRequest;
import dev.supporters.proto.work.v1.Work;
import dev.supporters.proto.work.v1.WorkState;
import dev.supporters.proto.work.v1.WorkType;
import dev.supporters.work.begin.BeginOrder;
import dev.supporters.work.overrun.OperatorEndOrder;
import dev.supporters.work.shift.Shift;
import dev.supporters.work.shift.ShiftDetails;
import dev.supporters.work.shift.ShiftService.ShiftOrder;
import dev.supporters.work.shift.WorkEvents;
import dev.supporters.work.shift.WorkEvents.OperatorDecision;

import java.time.temporal.ChronoUnit;

/** Orders and shifts as the interface has them. Requests were checked against their bounds before. */
final class ShiftProtoMapper {

    private ShiftProtoMapper() {}

    static BeginOrder beginOrder(BeginRequest request) {
        return new BeginOrder(
                request.getRequestId(),
                new DriverId(request.getDriverId()),
                request.getProduct(),
                type(request.getWorkType()),
                Position.of(request.getLocation()),
                new AppRule.App(request.getAppPlatform(), new AppVersion(request.getAppVersion())));
    }

    /** Callers of older versions do not say how a driver works. */
    private static WorkType type(WorkType asked) {
        return asked == WorkType.WORK_TYPE_UNSPECIFIED ? WorkType.WORK_TYPE_HOURLY : asked;
    }

    static ShiftOrder shiftOrder(String requestId, String driverId, Product product) {
        return new ShiftOrder(requestId, new DriverId(driverId), product);
    }

    static OperatorEndOrder operatorEndOrder(EndByOperatorRequest request) {
        return new OperatorEndOrder(
                request.getRequestId(),
                WorkId.of(
                        new DriverId(request.getDriverId()),
                        request.getProduct(),
                        WorkId.businessDate(request.getBusinessDate())),
                // in milliseconds, as the store has it
                Timestamps.instant(request.getEndTime()).truncatedTo(ChronoUnit.MILLIS),
                new OperatorDecision(request.getActor(), request.getReason()));
    }

    static Work work(Versioned<Shift> found) {
        Shift shift = found.value();
        ShiftDetails details = shift.details();
        Work.Builder work =
                Work.newBuilder()
                        .setWorkId(details.id().value())
                        .setDriverId(details.driverId().value())
                        .setProduct(details.product())
                        .setWorkType(details.type())
                        .setRegion(details.region())
                        .setBusinessDate(details.businessDate().toString())
                        .setBeginTime(Timestamps.of(details.begin()))
                        .setWindowEndTime(Timestamps.of(details.windowEnd()))
                        .setRestedSeconds(shift.rested().toSeconds())
                        .setVersion(found.version())
                        .setZoneId(details.zone().zoneId())
                        .setZoneCell(details.zone().cell())
                        .setRegionReason(details.zone().regionReason());
        return switch (shift) {
            case Shift.Working working -> work.setState(WorkState.WORK_STATE_WORKING).build();
            case Shift.Resting resting ->
                    work.setState(WorkState.WORK_STATE_RESTING)
                            .setRestCause(WorkEvents.cause(resting.cause()))
                            .build();
            case Shift.Ending ending -> work.setState(WorkState.WORK_STATE_ENDING).build();
            case Shift.Ended ended ->
                    work.setState(WorkState.WORK_STATE_ENDED)
                            .setEndTime(Timestamps.of(ended.end()))
                            .setEndReason(WorkEvents.reason(ended.reason()))
                            .build();
        };
    }
}
