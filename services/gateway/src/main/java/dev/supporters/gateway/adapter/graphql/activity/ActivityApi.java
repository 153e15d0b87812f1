package dev.supporters.gateway.adapter.graphql.activity;

import dev.supporters.contract.DriverId;
import dev.supporters.gateway.GatewayConfig;
import dev.supporters.gateway.adapter.graphql.activity.ActivityInputs.ReportLocationInput;
import dev.supporters.gateway.adapter.graphql.activity.ActivityTypes.ReportLocationPayload;
import dev.supporters.gateway.adapter.graphql.activity.ActivityTypes.TimelinePage;
import dev.supporters.gateway.adapter.graphql.common.ProtoMapper;
import dev.supporters.gateway.adapter.graphql.common.SchemaDescriptions;
import dev.supporters.gateway.adapter.grpc.ActivityClient;
import dev.supporters.gateway.adapter.http.PrincipalProvider;
import dev.supporters.gateway.validation.InputChecks;
import dev.supporters.proto.activity.v1.ReportResponse;
import dev.supporters.proto.activity.v1.TimelineRequest;

import io.smallrye.common.annotation.RunOnVirtualThread;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;

import java.time.LocalDate;

/** Positions that the driver's app reports, and the driver's timeline. */
@GraphQLApi
@ApplicationScoped
@RunOnVirtualThread
public class ActivityApi {

    private final PrincipalProvider principals;
    private final ActivityClient activity;
    private final GatewayConfig config;

    ActivityApi(PrincipalProvider principals, ActivityClient activity, GatewayConfig config) {
        this.principals = principals;
        this.activity = activity;
        this.config = config;
    }

    @NonNull
    @Query("timeline")
    @Description("What a driver did on a business date, oldest first. Drivers see their own.")
    public TimelinePage timeline(
            @Id @Description(SchemaDescriptions.DRIVER) String driverId,
            @NonNull @Description("The business date.") LocalDate businessDate,
            @Description(SchemaDescriptions.FIRST) Integer first,
            @Description(SchemaDescriptions.AFTER) String after) {
        TimelineRequest request =
                TimelineRequest.newBuilder()
                        .setDriverId(InputChecks.driverId(principals.get(), driverId).value())
                        .setBusinessDate(businessDate.toString())
                        .setPageSize(InputChecks.pageSize(first, config.pageSize()))
                        .setPageToken(ProtoMapper.orEmpty(after))
                        .build();
        return ActivitySchemaMapper.page(activity.timeline(request));
    }

    @NonNull
    @Mutation("reportLocation")
    @Description(
            "Reports where a driver is and was. Good positions are taken, and the others listed. Old ones never replace newer ones, so repeating it changes nothing.")
    public ReportLocationPayload reportLocation(
            @NonNull @Description("The positions.") ReportLocationInput input) {
        DriverId driverId = InputChecks.driverId(principals.get(), input.driverId());
        PositionsMapper positions = PositionsMapper.of(input.positions());
        ReportResponse response =
                positions.sent().isEmpty()
                        ? ReportResponse.getDefaultInstance()
                        : activity.report(ActivitySchemaMapper.request(driverId, positions));
        return new ReportLocationPayload(
                input.clientMutationId(),
                response.getTaken(),
                positions.rejected(response.getRejectedList()));
    }
}
