package dev.supporters.legacy.dispatch;

import static java.util.Objects.requireNonNull;

/** A place of a call: coordinates are exact decimals, as they were given. */
public record CallPlace(String lat, String lng, String poi, String address) {

    /** No place was given. */
    public static final CallPlace NONE = new CallPlace("", "", "", "");

    public CallPlace {
        requireNonNull(lat);
        requireNonNull(lng);
        requireNonNull(poi);
        requireNonNull(address);
    }

    public boolean given() {
        return !equals(NONE);
    }
}
