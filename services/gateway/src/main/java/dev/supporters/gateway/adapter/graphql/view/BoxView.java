package dev.supporters.gateway.adapter.graphql.view;

import dev.supporters.proto.common.v1.Box;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

@Type("Box")
@Description("A rectangle on the map; its edges belong to it.")
public record BoxView(
        @NonNull @Description("Latitude of the southern edge, in degrees (WGS 84).") Double south,
        @NonNull @Description("Longitude of the western edge, in degrees (WGS 84).") Double west,
        @NonNull @Description("Latitude of the northern edge, in degrees (WGS 84).") Double north,
        @NonNull @Description("Longitude of the eastern edge, in degrees (WGS 84).") Double east) {

    static BoxView of(Box box) {
        return new BoxView(
                box.getSouthWest().getLat(),
                box.getSouthWest().getLng(),
                box.getNorthEast().getLat(),
                box.getNorthEast().getLng());
    }
}
