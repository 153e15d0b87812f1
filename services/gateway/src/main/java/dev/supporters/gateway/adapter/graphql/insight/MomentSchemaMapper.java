package dev.supporters.gateway.adapter.graphql.insight;

import dev.supporters.gateway.adapter.graphql.call.CallTypes.CallStatus;
import dev.supporters.gateway.adapter.graphql.common.ProtoMapper;
import dev.supporters.gateway.adapter.graphql.driver.DriverTypes.DispatchState;
import dev.supporters.gateway.adapter.graphql.insight.MomentTypes.MomentCallView;
import dev.supporters.gateway.adapter.graphql.insight.MomentTypes.MomentCellView;
import dev.supporters.gateway.adapter.graphql.insight.MomentTypes.MomentSupporterView;
import dev.supporters.gateway.adapter.graphql.insight.MomentTypes.NightMomentView;
import dev.supporters.proto.insight.v1.MomentCall;
import dev.supporters.proto.insight.v1.MomentCell;
import dev.supporters.proto.insight.v1.MomentSupporter;
import dev.supporters.proto.insight.v1.NightMomentResponse;

/** Nights as they were, from the protos to the schema. */
final class MomentSchemaMapper {

    private MomentSchemaMapper() {}

    static NightMomentView view(NightMomentResponse moment) {
        return new NightMomentView(
                ProtoMapper.instant(moment.hasBeginTime(), moment.getBeginTime()),
                ProtoMapper.instant(moment.hasEndTime(), moment.getEndTime()),
                ProtoMapper.instant(moment.hasLastTime(), moment.getLastTime()),
                ProtoMapper.instant(moment.hasUpdateTime(), moment.getUpdateTime()),
                moment.getCallsList().stream().map(MomentSchemaMapper::view).toList(),
                moment.getSupportersList().stream().map(MomentSchemaMapper::view).toList(),
                moment.getCut());
    }

    private static MomentCallView view(MomentCall call) {
        return new MomentCallView(
                call.getCallId(),
                ProtoMapper.read(CallStatus.class, call.getState(), "CALL_STATE_"),
                view(call.getCell()),
                ProtoMapper.instant(call.hasRequestTime(), call.getRequestTime()),
                ProtoMapper.text(call.getDriverId()));
    }

    private static MomentSupporterView view(MomentSupporter supporter) {
        return new MomentSupporterView(
                supporter.getDriverId(),
                ProtoMapper.read(
                        DispatchState.class, supporter.getActivity(), "SUPPORTER_ACTIVITY_"),
                supporter.hasCell() ? view(supporter.getCell()) : null,
                ProtoMapper.text(supporter.getCallId()));
    }

    private static MomentCellView view(MomentCell cell) {
        return new MomentCellView(
                Long.toHexString(cell.getCell()),
                cell.getCenter().getLat(),
                cell.getCenter().getLng());
    }
}
