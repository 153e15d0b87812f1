package dev.supporters.gateway.adapter.graphql.input;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

@Input("BoxInput")
@Description("A rectangle on the map; it never crosses the 180th meridian.")
public record BoxInput(
        @NonNull @Description("Latitude of the southern edge, in degrees (WGS 84).") Double south,
        @NonNull @Description("Longitude of the western edge, in degrees (WGS 84).") Double west,
        @NonNull @Description("Latitude of the northern edge, in degrees (WGS 84).") Double north,
        @NonNull @Description("Longitude of the eastern edge, in degrees (WGS 84).") Double east) {}
