package dev.supporters.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.supporters.contract.Position;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** Where people of greater Seoul go out, and where they live. */
record SeoulMap(List<Spot> hotSpots, List<Cluster> residences) {

    /** A place to go out, and the nature of its evenings. */
    record Spot(Cluster cluster, Kind kind) {

        double weight(NightParameters parameters, double hours) {
            double factor =
                    switch (kind) {
                        case OFFICE ->
                                parameters.officeBegin() - parameters.officeLessPerHour() * hours;
                        case MIXED -> 1;
                        case NIGHTLIFE ->
                                parameters.nightlifeBegin()
                                        + parameters.nightlifeMorePerHour() * hours;
                    };
            return cluster.weight() * Math.max(0, factor);
        }
    }

    /** When a place is busy: early, always, late. */
    enum Kind {
        OFFICE,
        MIXED,
        NIGHTLIFE
    }

    static SeoulMap read() {
        try (InputStream in = SeoulMap.class.getResourceAsStream("seoul-night.json")) {
            JsonNode map = new ObjectMapper().readTree(in);
            return new SeoulMap(
                    map.path("hotSpots").valueStream().map(SeoulMap::spot).toList(),
                    map.path("residential")
                            .valueStream()
                            .map(node -> cluster(node, "population"))
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Spot spot(JsonNode node) {
        Kind kind =
                switch (node.path("kind").asText()) {
                    case "office" -> Kind.OFFICE;
                    case "nightlife" -> Kind.NIGHTLIFE;
                    default -> Kind.MIXED;
                };
        return new Spot(cluster(node, "weight"), kind);
    }

    private static Cluster cluster(JsonNode node, String weight) {
        return new Cluster(
                new Position(node.path("lat").doubleValue(), node.path("lng").doubleValue()),
                node.path(weight).doubleValue(),
                node.path("sigmaKm").doubleValue());
    }
}
