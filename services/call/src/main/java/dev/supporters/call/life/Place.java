package dev.supporters.call.life;

import static java.util.Objects.requireNonNull;

/** A place, as the customer's app gave it: coordinates are exact decimals. */
public record Place(String lat, String lng, String poi, String address) {

    /** No place was given. */
    public static final Place NONE = new Place("", "", "", "");

    public Place {
        requireNonNull(lat);
        requireNonNull(lng);
        requireNonNull(poi);
        requireNonNull(address);
    }

    public boolean given() {
        return !equals(NONE);
    }

    /** Says nothing, so that no place gets into a log. */
    @Override
    public String toString() {
        return "Place[…]";
    }
}
