package dev.supporters.gateway.adapter.graphql.activity;

import dev.supporters.contract.DriverId;
import dev.supporters.gateway.adapter.graphql.activity.ActivityInputs.PositionInput;
import dev.supporters.gateway.adapter.graphql.activity.ActivityTypes.TimelineEntryView;
import dev.supporters.gateway.adapter.graphql.activity.ActivityTypes.TimelinePage;
import dev.supporters.gateway.adapter.graphql.common.ProtoMapper;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.activity.v1.Position;
import dev.supporters.proto.activity.v1.ReportRequest;
import dev.supporters.proto.activity.v1.TimelineEntry;
import dev.supporters.proto.activity.v1.TimelineResponse;

/** Positions and timelines between the protos and the schema. */
final class ActivitySchemaMapper {

    private ActivitySchemaMapper() {}

    static TimelinePage page(TimelineResponse response) {
        return new TimelinePage(
                response.getEntriesList().stream().map(ActivitySchemaMapper::view).toList(),
                ProtoMapper.pageInfo(response.getNextPageToken()));
    }

    static ReportRequest request(DriverId driverId, PositionsMapper positions) {
        return ReportRequest.newBuilder()
                .setDriverId(driverId.value())
                .addAllPositions(
                        positions.toSend().stream().map(ActivitySchemaMapper::position).toList())
                .build();
    }

    private static Position position(PositionInput position) {
        return Position.newBuilder()
                .setLocation(ProtoMapper.point(position.lat(), position.lng()))
                .setReportTime(Timestamps.of(position.reportedAt()))
                .build();
    }

    private static TimelineEntryView view(TimelineEntry entry) {
        return new TimelineEntryView(
                ProtoMapper.instant(entry.hasEventTime(), entry.getEventTime()),
                entry.getAction(),
                ProtoMapper.text(entry.getCallId()));
    }
}
