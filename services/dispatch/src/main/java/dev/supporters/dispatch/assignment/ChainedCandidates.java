package dev.supporters.dispatch.assignment;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;

import dev.supporters.contract.DriverId;
import dev.supporters.contract.Position;
import dev.supporters.contract.TimeZones;
import dev.supporters.contract.TravelWithoutCar;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** Who of those who still drive could take a call next, if chaining were allowed. */
public final class ChainedCandidates {

    private ChainedCandidates() {}

    /**
     * A drive that is under way.
     *
     * @param destination where it ends
     * @param freeIn expected time until it ends
     * @param until when the driver's window ends; {@link Instant#MAX} if that is not known
     */
    public record EndingDrive(
            DriverId driverId, Position destination, Duration freeIn, Instant until) {

        /** Whether the driver goes on working after it. */
        private boolean endsWithinWindow(Instant now) {
            return until.equals(Instant.MAX) || now.plus(freeIn).isBefore(until);
        }
    }

    /**
     * Somebody who still drives, and could be with the next customer.
     *
     * @param etaSeconds with what is left of the drive
     */
    public record ChainedCandidate(DriverId driverId, int etaSeconds) {}

    /**
     * Those within the longest pickup, who are there first first. Nobody waits for a driver whose shift ends with the drive, nor for one
     * whose next drive would end too long after the window: a free one who may have the call comes before such a driver.
     */
    public static List<ChainedCandidate> of(
            PathPolicy policy, CallToAssign call, Instant now, Collection<EndingDrive> drives) {
        Chaining chaining =
                new Chaining(policy.assignment().chaining(), policy.assignment().chainWithin());
        long cap = policy.pickupCap(call.requestTime(), now).toSeconds();
        ShiftEnd shiftEnd = new ShiftEnd(policy.assignment().shiftEndTolerance());
        int next = DriveEstimate.seconds(call.distanceMeters());
        boolean afterMidnight = TimeZones.afterMidnight(now, policy.window().zone());
        return drives.stream()
                .filter(drive -> chaining.allows(drive.freeIn(), false, false))
                .filter(drive -> drive.endsWithinWindow(now))
                .flatMap(drive -> {
                    int eta = eta(drive, call.origin(), afterMidnight);
                    return eta <= cap && !endsTooLate(shiftEnd, drive, now, (long) eta + next)
                            ? Stream.of(new ChainedCandidate(drive.driverId(), eta))
                            : Stream.empty();
                })
                .sorted(
                        comparingInt(ChainedCandidate::etaSeconds)
                                .thenComparing(comparing(ChainedCandidate::driverId)))
                .toList();
    }

    private static boolean endsTooLate(
            ShiftEnd shiftEnd, EndingDrive drive, Instant now, long seconds) {
        return !drive.until().equals(Instant.MAX)
                && shiftEnd.isExceeded(
                        Duration.ofSeconds(seconds), Duration.between(now, drive.until()));
    }

    private static int eta(EndingDrive drive, Position origin, boolean afterMidnight) {
        double travel =
                TravelWithoutCar.STANDARD.seconds(
                        drive.destination().metersTo(origin), afterMidnight);
        return (int) Math.ceil(drive.freeIn().toMillis() / 1000.0 + travel);
    }
}
