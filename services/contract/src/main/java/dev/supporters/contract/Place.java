package dev.supporters.contract;

import static java.util.Objects.requireNonNull;

import dev.supporters.platform.refusal.Refusal;

import java.util.Optional;

/**
 * A place as a customer's app gave it. Coordinates are kept as exact decimals, because the contract of 2019 hands them through
 * unchanged.
 *
 * @param lat degrees (WGS 84) as a decimal; empty if no place was given
 * @param lng degrees (WGS 84) as a decimal; empty if no place was given
 * @param poi name of the point of interest; may be empty
 * @param address postal address; may be empty
 */
public record Place(String lat, String lng, String poi, String address) {

    /** No place was given. */
    public static final Place NONE = new Place("", "", "", "");

    public Place {
        requireNonNull(lat);
        requireNonNull(lng);
        requireNonNull(poi);
        requireNonNull(address);
    }

    public static Place of(dev.supporters.proto.common.v1.Place place) {
        return new Place(place.getLat(), place.getLng(), place.getPoi(), place.getAddress());
    }

    public dev.supporters.proto.common.v1.Place toProto() {
        return dev.supporters.proto.common.v1.Place.newBuilder()
                .setLat(lat)
                .setLng(lng)
                .setPoi(poi)
                .setAddress(address)
                .build();
    }

    /** For whoever needs to know where it is, and not what it is called. */
    public Place withoutTexts() {
        return new Place(lat, lng, "", "");
    }

    public boolean given() {
        return !equals(NONE);
    }

    /** Where it is; empty if no coordinates were given. Refused: INVALID_ARGUMENT, if they are none. */
    public Optional<Position> position() {
        return lat.isEmpty() || lng.isEmpty()
                ? Optional.empty()
                : Optional.of(new Position(degrees(lat, "lat"), degrees(lng, "lng")));
    }

    private static double degrees(String text, String field) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw Refusal.invalid(field, "no number", "degrees, like 37.394");
        }
    }

    /** Says nothing, so that no place gets into a log. */
    @Override
    public String toString() {
        return "Place[…]";
    }
}
