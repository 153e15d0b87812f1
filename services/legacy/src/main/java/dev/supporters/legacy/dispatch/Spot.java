package dev.supporters.legacy.dispatch;

import static java.util.Objects.requireNonNull;

/** A place: coordinates are exact decimals, as they were given. */
public record Spot(String lat, String lng, String poi, String address) {

    /** No place was given. */
    public static final Spot NONE = new Spot("", "", "", "");

    public Spot {
        requireNonNull(lat);
        requireNonNull(lng);
        requireNonNull(poi);
        requireNonNull(address);
    }

    public boolean given() {
        return !equals(NONE);
    }
}
