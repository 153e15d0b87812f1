package dev.supporters.gateway.adapter.graphql.input;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

@Input("CallLocationInput")
@Description("A place of a call.")
public record CallLocationInput(
        @NonNull
                @Description(
                        "Latitude in degrees (WGS 84), a decimal from -90 to 90; kept digit by digit.")
                String lat,
        @NonNull
                @Description(
                        "Longitude in degrees (WGS 84), a decimal from -180 to 180; kept digit by digit.")
                String lng,
        @Description("Name of the point of interest; at most 200 characters.") String poi,
        @Description("Postal address; at most 200 characters.") String address) {}
