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

/** Who of those who still drive could take a call next, if chaining were allowed. */
public final class ChainedCandidates {

    private ChainedCandidates() {}

    /**
     * A drive that is under way.
     *
     * @param destination where it ends
     * @param freeIn expected time until it ends
     */
    public record EndingDrive(DriverId driverId, Position destination, Duration freeIn) {}

    /**
     * Somebody who still drives, and could be with the next customer.
     *
     * @param etaSeconds with what is left of the drive
     */
    public record ChainedCandidate(DriverId driverId, int etaSeconds) {}

    /** Those within the longest pickup, who are there first first. */
    public static List<ChainedCandidate> of(
            PathPolicy policy, CallToAssign call, Instant now, Collection<EndingDrive> drives) {
        Chaining chaining =
                new Chaining(policy.assignment().chaining(), policy.assignment().chainWithin());
        long cap = policy.pickupCap(call.requestTime(), now).toSeconds();
        boolean afterMidnight = TimeZones.afterMidnight(now, policy.window().zone());
        return drives.stream()
                .filter(drive -> chaining.allows(drive.freeIn(), false, false))
                .map(drive ->
                        new ChainedCandidate(
                                drive.driverId(), eta(drive, call.origin(), afterMidnight)))
                .filter(candidate -> candidate.etaSeconds() <= cap)
                .sorted(
                        comparingInt(ChainedCandidate::etaSeconds)
                                .thenComparing(comparing(ChainedCandidate::driverId)))
                .toList();
    }

    private static int eta(EndingDrive drive, Position origin, boolean afterMidnight) {
        double travel =
                TravelWithoutCar.STANDARD.seconds(
                        drive.destination().metersTo(origin), afterMidnight);
        return (int) Math.ceil(drive.freeIn().toMillis() / 1000.0 + travel);
    }
}
