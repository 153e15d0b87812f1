package dev.supporters.move.proposal;

import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.refusal.Require;

import java.math.BigDecimal;

/** Where a move leads: degrees as exact decimals, as they were given; name and address may be empty. */
public record Destination(String lat, String lng, String poi, String address) {

    private static final int DEGREES_LENGTH = 40;
    private static final int TEXT_LENGTH = 200;

    public Destination {
        Require.within(degrees(lat, "destination.lat"), "destination.lat", -90, 90);
        Require.within(degrees(lng, "destination.lng"), "destination.lng", -180, 180);
        Require.optionalText(poi, "destination.poi", TEXT_LENGTH);
        Require.optionalText(address, "destination.address", TEXT_LENGTH);
    }

    private static double degrees(String text, String field) {
        Require.text(text, field, DEGREES_LENGTH);
        try {
            return new BigDecimal(text).doubleValue();
        } catch (NumberFormatException e) {
            throw Refusal.invalid(field, text, "a decimal number of degrees");
        }
    }
}
