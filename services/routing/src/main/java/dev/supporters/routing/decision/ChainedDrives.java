package dev.supporters.routing.decision;

import dev.supporters.contract.Place;
import dev.supporters.contract.WorkStep;
import dev.supporters.dispatch.assignment.ChainedCandidates;
import dev.supporters.dispatch.assignment.ChainedCandidates.ChainedCandidate;
import dev.supporters.dispatch.assignment.ChainedCandidates.EndingDrive;
import dev.supporters.dispatch.assignment.DriveEstimate;
import dev.supporters.dispatch.assignment.PathPolicy;
import dev.supporters.routing.decision.DriverAssigner.AssignOrder;
import dev.supporters.routing.decision.DriverAssigner.AssignResult;
import dev.supporters.routing.supporter.DriveEndEstimates;
import dev.supporters.routing.supporter.DriveEndEstimates.BegunDrive;
import dev.supporters.routing.supporter.FreeSupporters;
import dev.supporters.routing.supporter.ShiftState;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Who could take a call at the end of a drive, if the policy chains. A driver gets no command before a drive has ended, so that nobody
 * ever has two (rule 8): a held call whose best supporter still drives goes on waiting for the end of that drive.
 */
public final class ChainedDrives {

    private final DriveEndEstimates drives;
    private final FreeSupporters supporters;

    public ChainedDrives(DriveEndEstimates drives, FreeSupporters supporters) {
        this.drives = drives;
        this.supporters = supporters;
    }

    /** Those who work in the region of the call, are members, and may have it by their tags. */
    List<ChainedCandidate> candidates(PathPolicy policy, DecisionContext context) {
        return policy.assignment().chaining()
                ? ChainedCandidates.of(
                        policy,
                        context.facts(),
                        context.time(),
                        drives.begun(context.time()).stream()
                                .filter(drive ->
                                        supporters.takesPart(
                                                drive.driverId(), context.call().product()))
                                .filter(drive ->
                                        context.admits(supporters.tagsOf(drive.driverId())))
                                .flatMap(drive -> ending(drive, context).stream())
                                .toList())
                : List.of();
    }

    /** Empty for whoever takes no more calls, rests, or works elsewhere. */
    private Optional<EndingDrive> ending(BegunDrive drive, DecisionContext context) {
        return switch (supporters.shiftOf(drive.driverId())) {
            case ShiftState.TakingCalls working ->
                    ending(drive, context, working.step(), working.until());
            case ShiftState.AtRest resting -> Optional.empty();
            case ShiftState.NotHeardOf unheard -> Optional.empty();
            case ShiftState.NoMoreCalls closed -> Optional.empty();
        };
    }

    private static Optional<EndingDrive> ending(
            BegunDrive drive, DecisionContext context, WorkStep shift, Instant until) {
        return shift.product() == context.call().product()
                        && shift.region().equals(context.region())
                ? Optional.of(
                        new EndingDrive(
                                drive.driverId(), drive.destination(), drive.freeIn(), until))
                : Optional.empty();
    }

    void commanded(AssignOrder order, AssignResult.Commanded command) {
        if (!order.policy().path().assignment().chaining()) {
            return;
        }
        int seconds = DriveEstimate.seconds(order.call().message().getDistanceMeters());
        Place.of(order.call().message().getDestination())
                .position()
                .ifPresent(destination ->
                        drives.commanded(
                                command.commandId(), destination, Duration.ofSeconds(seconds)));
    }
}
