package dev.supporters.gateway.adapter.graphql.activity;

import dev.supporters.gateway.adapter.graphql.common.SchemaDescriptions;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

import java.time.Instant;
import java.util.List;

/** Positions as apps report them. */
public final class ActivityInputs {

    private ActivityInputs() {}

    @Input("ReportLocationInput")
    @Description("Reports positions of a driver.")
    public record ReportLocationInput(
            @Description(SchemaDescriptions.CLIENT_MUTATION_ID) String clientMutationId,
            @Id @Description(SchemaDescriptions.DRIVER) String driverId,
            @NonNull @Description("Oldest first: 1 to 100.")
                    List<@NonNull PositionInput> positions) {}

    @Input("PositionInput")
    @Description("A position in time.")
    public record PositionInput(
            @NonNull @Description("Latitude in degrees (WGS 84), from -90 to 90.") Double lat,
            @NonNull @Description("Longitude in degrees (WGS 84), from -180 to 180.") Double lng,
            @NonNull
                    @Description(
                            "When, by the app's clock; more than a minute ahead of ours is not taken.")
                    Instant reportedAt) {}
}
