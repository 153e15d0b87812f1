package dev.supporters.routing.decision;

import dev.supporters.contract.DriverId;
import dev.supporters.dispatch.assignment.Ranking.RankedSupporter;
import dev.supporters.routing.policy.RegionPolicy;

import java.time.Instant;
import java.util.List;

/** The commanding function. */
public interface DriverAssigner {

    /**
     * Commands the call to the first of the candidates who is free.
     *
     * @throws dev.supporters.platform.refusal.Refusal when it fails or is late
     */
    AssignResult assign(AssignOrder order);

    /** What came of an order. */
    sealed interface AssignResult {

        /** A supporter has the command. */
        record Commanded(DriverId driverId, String commandId, int etaSeconds, Instant deadline)
                implements AssignResult {}

        /** Every candidate was taken by other calls in between. */
        record NoneFree() implements AssignResult {}

        /** The call is closed to assignments. */
        record CallClosed() implements AssignResult {}
    }

    /** A call to be commanded to the first free candidate, by the rules of a policy. */
    record AssignOrder(
            String requestId,
            RoutableCall call,
            RegionPolicy policy,
            List<RankedSupporter> candidates) {

        public AssignOrder {
            candidates = List.copyOf(candidates);
        }
    }
}
