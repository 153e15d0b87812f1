package dev.supporters.gateway.adapter.graphql.input;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

@Input("PointInput")
@Description("A measured position.")
public record PointInput(
        @NonNull @Description("Latitude in degrees (WGS 84), from -90 to 90.") Double lat,
        @NonNull @Description("Longitude in degrees (WGS 84), from -180 to 180.") Double lng) {}
