package dev.supporters.work.shift;

import static java.util.Objects.requireNonNull;

/**
 * Where a shift began, as far as zones are concerned.
 *
 * @param zoneId empty if the region applied
 * @param cell empty if the region applied
 * @param regionReason why the region applied; empty if zones applied, and in shifts that are older than zones
 */
public record BeginZone(String zoneId, String cell, String regionReason) {

    /** In shifts that are older than zones. */
    public static final BeginZone UNKNOWN = new BeginZone("", "", "");

    public BeginZone {
        requireNonNull(zoneId);
        requireNonNull(cell);
        requireNonNull(regionReason);
    }

    public static BeginZone region(String reason) {
        return new BeginZone("", "", reason);
    }
}
