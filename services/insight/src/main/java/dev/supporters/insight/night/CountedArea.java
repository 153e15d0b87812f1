package dev.supporters.insight.night;

import static java.util.Objects.requireNonNull;

/**
 * A part of a region to which something in a night belongs.
 *
 * @param zoneId the zone; empty for the other kinds
 */
public record CountedArea(Kind kind, String zoneId) {

    /** Zones applied, and the place was in none of them. */
    public static final CountedArea OUTSIDE_ZONES = new CountedArea(Kind.OUTSIDE_ZONES, "");

    /** The whole region applied. */
    public static final CountedArea REGION = new CountedArea(Kind.REGION, "");

    public CountedArea {
        requireNonNull(kind);
        requireNonNull(zoneId);
    }

    /** What it is, in the order in which it is told. */
    public enum Kind {
        ZONE,
        OUTSIDE_ZONES,
        REGION
    }

    public static CountedArea zone(String zoneId) {
        return new CountedArea(Kind.ZONE, zoneId);
    }
}
