package dev.supporters.activity.adapter.grpc;

import dev.supporters.activity.presence.DriverId;
import dev.supporters.activity.presence.Lookout;
import dev.supporters.activity.presence.Position;
import dev.supporters.activity.timeline.Entry;
import dev.supporters.activity.timeline.Timeline;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.refusal.Require;
import dev.supporters.platform.rpc.GrpcResponder;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.activity.v1.ActivityService;
import dev.supporters.proto.activity.v1.ReportRequest;
import dev.supporters.proto.activity.v1.ReportResponse;
import dev.supporters.proto.activity.v1.TimelineEntry;
import dev.supporters.proto.activity.v1.TimelineRequest;
import dev.supporters.proto.activity.v1.TimelineResponse;

import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Uni;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;

/** The app's stream and the timelines over gRPC. */
@GrpcService
class ActivityGrpc implements ActivityService {

    private static final int STANDARD = 100;
    private static final int MOST = 1000;

    private final Lookout lookout;
    private final Timeline timeline;
    private final GrpcResponder rpc;

    ActivityGrpc(Lookout lookout, Timeline timeline, GrpcResponder rpc) {
        this.lookout = lookout;
        this.timeline = timeline;
        this.rpc = rpc;
    }

    @Override
    public Uni<ReportResponse> report(ReportRequest request) {
        return rpc.answer(() -> {
            List<Position> positions =
                    request.getPositionsList().stream().map(ActivityGrpc::position).toList();
            int taken = lookout.report(new DriverId(request.getDriverId()), positions);
            return ReportResponse.newBuilder().setTaken(taken).build();
        });
    }

    @Override
    public Uni<TimelineResponse> timeline(TimelineRequest request) {
        return rpc.answer(() -> {
            int size = Require.pageSize(request.getPageSize(), STANDARD, MOST);
            List<Entry> found =
                    timeline.after(
                            new DriverId(request.getDriverId()),
                            businessDate(request.getBusinessDate()),
                            request.getPageToken(),
                            size + 1);
            boolean last = found.size() <= size;
            List<Entry> page = last ? found : found.subList(0, size);
            return TimelineResponse.newBuilder()
                    .addAllEntries(page.stream().map(ActivityGrpc::entry).toList())
                    .setNextPageToken(last ? "" : page.getLast().position())
                    .build();
        });
    }

    private static Position position(dev.supporters.proto.activity.v1.Position given) {
        if (!given.hasLocation()) {
            throw Refusal.invalid("positions.location", "nothing", "a point");
        }
        if (!given.hasReportTime()) {
            throw Refusal.invalid("positions.report_time", "nothing", "a time");
        }
        return new Position(
                given.getLocation().getLat(),
                given.getLocation().getLng(),
                Timestamps.instant(given.getReportTime()));
    }

    private static LocalDate businessDate(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw Refusal.invalid("business_date", text.isEmpty() ? "nothing" : text, "YYYY-MM-DD");
        }
    }

    private static TimelineEntry entry(Entry entry) {
        return TimelineEntry.newBuilder()
                .setEventTime(Timestamps.of(entry.time()))
                .setAction(entry.action())
                .setCallId(entry.callId())
                .build();
    }
}
