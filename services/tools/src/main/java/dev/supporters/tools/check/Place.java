package dev.supporters.tools.check;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A place, in exact decimals. */
record Place(String lat, String lng) {

    private static final Pattern TEXT =
            Pattern.compile("(-?\\d{1,2}(?:\\.\\d{1,20})?),(-?\\d{1,3}(?:\\.\\d{1,20})?)");
    private static final double EARTH_METERS = 6_371_000;

    /** A place written as {@code lat,lng}; empty if it is none. */
    static Optional<Place> parse(String text) {
        Matcher matcher = TEXT.matcher(text.replace(" ", ""));
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Place place = new Place(matcher.group(1), matcher.group(2));
        boolean onEarth = Math.abs(degrees(place.lat)) <= 90 && Math.abs(degrees(place.lng)) <= 180;
        return Optional.of(place).filter(found -> onEarth);
    }

    /** As the crow flies. */
    int metersTo(Place other) {
        double north = Math.toRadians(degrees(other.lat) - degrees(lat));
        double east = Math.toRadians(degrees(other.lng) - degrees(lng));
        double middle = Math.toRadians((degrees(other.lat) + degrees(lat)) / 2);
        return (int) Math.round(EARTH_METERS * Math.hypot(north, east * Math.cos(middle)));
    }

    private static double degrees(String decimal) {
        return Double.parseDouble(decimal);
    }
}
