package dev.supporters.gateway.adapter.graphql.view;

import dev.supporters.proto.common.v1.Place;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Type;

@Type("CallLocation")
@Description("A place of a call.")
public record CallLocation(
        @Description("Latitude in degrees (WGS 84): the exact decimal that the app gave.")
                String lat,
        @Description("Longitude in degrees (WGS 84): the exact decimal that the app gave.")
                String lng,
        @Description("Name of the point of interest; may be empty.") String poi,
        @Description("Postal address; may be empty.") String address) {

    public static CallLocation of(Place place) {
        return new CallLocation(place.getLat(), place.getLng(), place.getPoi(), place.getAddress());
    }
}
