package dev.supporters.activity.presence;

import dev.supporters.platform.refusal.Require;

import java.time.Instant;

/** Where a driver was, by the app's clock. */
public record Position(double lat, double lng, Instant time) {

    public Position {
        Require.within(lat, "positions.location.lat", -90, 90);
        Require.within(lng, "positions.location.lng", -180, 180);
    }
}
