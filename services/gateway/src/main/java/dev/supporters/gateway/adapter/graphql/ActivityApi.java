package dev.supporters.gateway.adapter.graphql;

import dev.supporters.gateway.GatewayConfig;
import dev.supporters.gateway.adapter.graphql.input.Bounds;
import dev.supporters.gateway.adapter.graphql.input.PositionInput;
import dev.supporters.gateway.adapter.graphql.input.ReportLocationInput;
import dev.supporters.gateway.adapter.graphql.view.PageInfo;
import dev.supporters.gateway.adapter.graphql.view.ReportLocationPayload;
import dev.supporters.gateway.adapter.graphql.view.TimelineEntryView;
import dev.supporters.gateway.adapter.graphql.view.TimelinePage;
import dev.supporters.gateway.adapter.graphql.view.Words;
import dev.supporters.gateway.adapter.grpc.ActivityClient;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.activity.v1.Position;
import dev.supporters.proto.activity.v1.ReportRequest;
import dev.supporters.proto.activity.v1.TimelineRequest;
import dev.supporters.proto.activity.v1.TimelineResponse;

import io.smallrye.common.annotation.RunOnVirtualThread;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;

import java.time.LocalDate;
import java.util.List;

/** What the driver's app reports, and what became of it. */
@GraphQLApi
@ApplicationScoped
@RunOnVirtualThread
public class ActivityApi {

    private static final int POSITIONS = 100;

    private final Viewers viewers;
    private final ActivityClient activity;
    private final GatewayConfig config;

    ActivityApi(Viewers viewers, ActivityClient activity, GatewayConfig config) {
        this.viewers = viewers;
        this.activity = activity;
        this.config = config;
    }

    @NonNull
    @Query("timeline")
    @Description("What a driver did on a business date, oldest first. Drivers see their own.")
    public TimelinePage timeline(
            @Id @Description(Words.DRIVER) String driverId,
            @NonNull @Description("The business date.") LocalDate businessDate,
            @Description(Words.FIRST) Integer first,
            @Description(Words.AFTER) String after) {
        TimelineRequest request =
                TimelineRequest.newBuilder()
                        .setDriverId(Bounds.driver(viewers.current(), driverId))
                        .setBusinessDate(businessDate.toString())
                        .setPageSize(Bounds.pageSize(first, config.pageSize()))
                        .setPageToken(Bounds.pageToken(after))
                        .build();
        TimelineResponse response = activity.timeline(request);
        return new TimelinePage(
                response.getEntriesList().stream().map(TimelineEntryView::of).toList(),
                PageInfo.of(response.getNextPageToken()));
    }

    @NonNull
    @Mutation("reportLocation")
    @Description(
            "Reports where a driver is and was. Old positions never replace newer ones, so repeating it changes nothing.")
    public ReportLocationPayload reportLocation(
            @NonNull @Description("The positions.") ReportLocationInput input) {
        List<PositionInput> positions = input.positions();
        if (positions.isEmpty() || positions.size() > POSITIONS) {
            throw Refusal.invalid("positions", positions.size(), "1 to " + POSITIONS);
        }
        ReportRequest.Builder request =
                ReportRequest.newBuilder()
                        .setDriverId(Bounds.driver(viewers.current(), input.driverId()));
        for (PositionInput position : positions) {
            request.addPositions(
                    Position.newBuilder()
                            .setLocation(Bounds.point(position.lat(), position.lng(), "positions"))
                            .setReportTime(Timestamps.of(position.reportedAt())));
        }
        return new ReportLocationPayload(
                input.clientMutationId(), activity.report(request.build()));
    }
}
