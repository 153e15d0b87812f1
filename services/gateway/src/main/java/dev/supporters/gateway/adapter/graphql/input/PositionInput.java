package dev.supporters.gateway.adapter.graphql.input;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

import java.time.Instant;

@Input("PositionInput")
@Description("A position in time.")
public record PositionInput(
        @NonNull @Description("Latitude in degrees (WGS 84), from -90 to 90.") Double lat,
        @NonNull @Description("Longitude in degrees (WGS 84), from -180 to 180.") Double lng,
        @NonNull
                @Description(
                        "When, by the app's clock; more than a minute ahead of ours is refused.")
                Instant reportedAt) {}
