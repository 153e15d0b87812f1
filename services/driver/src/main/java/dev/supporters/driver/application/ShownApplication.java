package dev.supporters.driver.application;

import dev.supporters.contract.DriverId;
import dev.supporters.driver.profile.Profile;

import java.time.Duration;
import java.time.Instant;

/**
 * An application as it is shown.
 *
 * @param age for how long it is in its state
 */
public record ShownApplication(DriverId driverId, Application application, Duration age) {

    static ShownApplication of(Profile profile, Application application, Instant now) {
        return new ShownApplication(
                profile.driverId(), application, Duration.between(application.since(), now));
    }
}
