package dev.supporters.gateway.adapter.graphql.zone;

import dev.supporters.gateway.adapter.graphql.zone.ZoneTypes.PointView;
import dev.supporters.gateway.adapter.graphql.zone.ZoneTypes.ZoneCellView;
import dev.supporters.gateway.adapter.graphql.zone.ZoneTypes.ZoneView;
import dev.supporters.gateway.adapter.graphql.zone.ZoneTypes.ZonesView;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

import java.util.List;

/** Zones as GeoJSON (RFC 7946): a FeatureCollection with a Polygon for each cell, which any map can show. */
public final class GeoJsonMapper {

    private GeoJsonMapper() {}

    public static String write(ZonesView zones) {
        JsonArray features = new JsonArray();
        for (ZoneView zone : zones.zones()) {
            zone.cells().forEach(cell -> features.add(feature(zone, cell)));
        }
        return new JsonObject().put("type", "FeatureCollection").put("features", features).encode();
    }

    private static JsonObject feature(ZoneView zone, ZoneCellView cell) {
        JsonObject properties =
                new JsonObject()
                        .put("zoneId", zone.zoneId())
                        .put("state", cell.state() == null ? null : cell.state().name())
                        .put("demand", cell.demand())
                        .put(
                                "closesAt",
                                cell.closesAt() == null ? null : cell.closesAt().toString());
        return new JsonObject()
                .put("type", "Feature")
                .put("id", cell.cell())
                .put("geometry", polygon(cell.boundary()))
                .put("properties", properties);
    }

    /** Longitude comes first, and a ring ends where it begins. */
    private static JsonObject polygon(List<PointView> corners) {
        JsonArray ring = new JsonArray();
        corners.forEach(corner -> ring.add(position(corner)));
        if (!corners.isEmpty()) {
            ring.add(position(corners.getFirst()));
        }
        return new JsonObject()
                .put("type", "Polygon")
                .put("coordinates", new JsonArray().add(ring));
    }

    private static JsonArray position(PointView point) {
        return new JsonArray().add(point.lng()).add(point.lat());
    }
}
