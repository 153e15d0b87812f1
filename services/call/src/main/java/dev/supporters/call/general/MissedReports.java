package dev.supporters.call.general;

import dev.supporters.call.general.GeneralReport.Step;
import dev.supporters.call.life.Assignee.GeneralRide;
import dev.supporters.call.life.Call;
import dev.supporters.contract.DriverId;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The reports that bring a call to where it is in the legacy system. Those that it has had say nothing new. */
public final class MissedReports {

    private MissedReports() {}

    /**
     * The reports, in the order in which they would have come.
     *
     * @param key what their ids begin with
     * @param now stands in for the times of the steps, which the legacy system does not tell any more
     */
    public static List<GeneralReport> of(Call call, GeneralStatus status, String key, Instant now) {
        Optional<DriverId> driver = status.driverId();
        return switch (status.state()) {
            case OFFERED -> dropped(call, key).toList();
            case TAKEN -> step(call, Step.TAKEN, driver, key, now).toList();
            case ARRIVED -> step(call, Step.ARRIVED, driver, key, now).toList();
            case PICKED_UP -> step(call, Step.PICKED_UP, driver, key, now).toList();
            case COMPLETED -> step(call, Step.COMPLETED, driver, key, now).toList();
            case CANCELLED -> step(call, Step.CANCELLED, Optional.empty(), key, now).toList();
            case UNSERVED ->
                    Stream.concat(
                                    dropped(call, key),
                                    step(call, Step.UNSERVED, Optional.empty(), key, now))
                            .toList();
            case SUPPORTERS, OTHER -> List.of();
        };
    }

    /** Given back after it was taken, and before anybody takes it again: only the legacy system's own times can be compared. */
    private static Stream<GeneralReport> dropped(Call call, String key) {
        return call.state().assignee() instanceof GeneralRide ride
                ? step(
                        call,
                        Step.DROPPED,
                        Optional.of(ride.driverId()),
                        key,
                        ride.dispatchTime().plusMillis(1))
                : Stream.empty();
    }

    /** None of a driver whom the legacy system does not name. */
    private static Stream<GeneralReport> step(
            Call call, Step step, Optional<DriverId> driver, String key, Instant time) {
        return step.ofDriver() && driver.isEmpty()
                ? Stream.empty()
                : Stream.of(new GeneralReport(key + "/" + step, call.id(), step, driver, time));
    }
}
