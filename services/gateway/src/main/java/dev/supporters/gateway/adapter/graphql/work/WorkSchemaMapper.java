package dev.supporters.gateway.adapter.graphql.work;

import dev.supporters.gateway.access.IdempotencyKeys;
import dev.supporters.gateway.access.Principal;
import dev.supporters.gateway.adapter.graphql.common.ProtoMapper;
import dev.supporters.gateway.adapter.graphql.work.WorkInputs.BeginWorkInput;
import dev.supporters.gateway.adapter.graphql.work.WorkInputs.EndWorkByOperatorInput;
import dev.supporters.gateway.adapter.graphql.work.WorkTypes.WorkEndReason;
import dev.supporters.gateway.adapter.graphql.work.WorkTypes.WorkRestCause;
import dev.supporters.gateway.adapter.graphql.work.WorkTypes.WorkState;
import dev.supporters.gateway.adapter.graphql.work.WorkTypes.WorkType;
import dev.supporters.gateway.adapter.graphql.work.WorkTypes.WorkView;
import dev.supporters.gateway.validation.InputChecks;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.common.v1.AppPlatform;
import dev.supporters.proto.work.v1.BeginRequest;
import dev.supporters.proto.work.v1.EndByOperatorRequest;
import dev.supporters.proto.work.v1.Work;

/** Shifts between the protos and the schema. */
final class WorkSchemaMapper {

    private WorkSchemaMapper() {}

    static WorkView view(Work work) {
        return new WorkView(
                work.getWorkId(),
                work.getDriverId(),
                ProtoMapper.product(work.getProduct()),
                type(work.getWorkType()),
                work.getRegion(),
                ProtoMapper.date(work.getBusinessDate()),
                ProtoMapper.read(WorkState.class, work.getState(), "WORK_STATE_"),
                ProtoMapper.instant(work.hasBeginTime(), work.getBeginTime()),
                ProtoMapper.instant(work.hasEndTime(), work.getEndTime()),
                ProtoMapper.instant(work.hasWindowEndTime(), work.getWindowEndTime()),
                work.getRestedSeconds(),
                ProtoMapper.read(WorkEndReason.class, work.getEndReason(), "WORK_END_REASON_"),
                work.getVersion(),
                ProtoMapper.text(work.getZoneId()),
                ProtoMapper.text(work.getZoneCell()),
                ProtoMapper.text(work.getRegionReason()),
                ProtoMapper.read(WorkRestCause.class, work.getRestCause(), "WORK_REST_CAUSE_"));
    }

    private static WorkType type(dev.supporters.proto.work.v1.WorkType type) {
        return type == dev.supporters.proto.work.v1.WorkType.WORK_TYPE_UNSPECIFIED
                ? WorkType.HOURLY
                : ProtoMapper.read(WorkType.class, type, "WORK_TYPE_");
    }

    static EndByOperatorRequest request(Principal principal, EndWorkByOperatorInput input) {
        return EndByOperatorRequest.newBuilder()
                .setRequestId(
                        IdempotencyKeys.of(
                                "endWorkByOperator", principal, input.clientMutationId()))
                .setDriverId(input.driverId())
                .setProduct(ProtoMapper.product(input.product()))
                .setBusinessDate(input.businessDate().toString())
                .setEndTime(Timestamps.of(input.endedAt()))
                .setReason(input.reason())
                .setActor(principal.id())
                .build();
    }

    static BeginRequest request(Principal principal, BeginWorkInput input) {
        BeginRequest.Builder request = BeginRequest.newBuilder();
        if (input.workType() != null) {
            request.setWorkType(
                    ProtoMapper.write(
                            dev.supporters.proto.work.v1.WorkType.class,
                            "WORK_TYPE_",
                            input.workType()));
        }
        return request.setRequestId(
                        IdempotencyKeys.of("beginWork", principal, input.clientMutationId()))
                .setDriverId(InputChecks.driverId(principal, input.driverId()).value())
                .setProduct(ProtoMapper.product(input.product()))
                .setLocation(ProtoMapper.point(input.location().lat(), input.location().lng()))
                .setAppPlatform(
                        ProtoMapper.write(AppPlatform.class, "APP_PLATFORM_", input.appPlatform()))
                .setAppVersion(input.appVersion())
                .build();
    }
}
