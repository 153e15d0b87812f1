package dev.supporters.routing.decision;

import dev.supporters.contract.Place;
import dev.supporters.dispatch.assignment.ChainedCandidates;
import dev.supporters.dispatch.assignment.ChainedCandidates.ChainedCandidate;
import dev.supporters.dispatch.assignment.DriveEstimate;
import dev.supporters.dispatch.assignment.PathPolicy;
import dev.supporters.routing.supporter.DriveEndEstimates;

import java.time.Duration;
import java.util.List;

/**
 * Who could have taken a call next by chaining: noted in the record of the decision, and no more. A driver gets no command before a
 * drive has ended, so that nobody ever has two (rule 8). Without chaining in the policy it does nothing.
 */
public final class ChainingShadow {

    private final DriveEndEstimates drives;

    public ChainingShadow(DriveEndEstimates drives) {
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
