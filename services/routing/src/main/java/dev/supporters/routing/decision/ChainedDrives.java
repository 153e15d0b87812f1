package dev.supporters.routing.decision;

import dev.supporters.contract.Place;
import dev.supporters.dispatch.assignment.ChainedCandidates;
import dev.supporters.dispatch.assignment.ChainedCandidates.ChainedCandidate;
import dev.supporters.dispatch.assignment.DriveEstimate;
import dev.supporters.dispatch.assignment.PathPolicy;
import dev.supporters.routing.decision.DriverAssigner.AssignOrder;
import dev.supporters.routing.decision.DriverAssigner.AssignResult;
import dev.supporters.routing.supporter.DriveEndEstimates;

import java.time.Duration;
import java.util.List;

/**
 * Who could take a call at the end of a drive, if the policy chains. A driver gets no command before a drive has ended, so that nobody
 * ever has two (rule 8): a held call whose best supporter still drives goes on waiting for the end of that drive.
 */
public final class ChainedDrives {

    private final DriveEndEstimates drives;

    public ChainedDrives(DriveEndEstimates drives) {
        this.drives = drives;
    }

    List<ChainedCandidate> candidates(PathPolicy policy, DecisionContext context) {
        return policy.assignment().chaining()
                ? ChainedCandidates.of(
                        policy, context.facts(), context.time(), drives.ending(context.time()))
                : List.of();
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
