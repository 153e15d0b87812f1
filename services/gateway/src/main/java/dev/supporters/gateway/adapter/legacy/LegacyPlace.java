package dev.supporters.gateway.adapter.legacy;

import dev.supporters.proto.common.v1.Place;

/** A place, as the legacy system writes it. */
record LegacyPlace(String lat, String lng, String poi, String address) {

    static LegacyPlace of(Place place) {
        return new LegacyPlace(place.getLat(), place.getLng(), place.getPoi(), place.getAddress());
    }

    Place place() {
        return Place.newBuilder()
                .setLat(text(lat))
                .setLng(text(lng))
                .setPoi(text(poi))
                .setAddress(text(address))
                .build();
    }

    private static String text(String value) {
        return value == null ? "" : value;
    }
}
