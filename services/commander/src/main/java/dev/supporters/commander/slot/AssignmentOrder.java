package dev.supporters.commander.slot;

import static java.util.Objects.requireNonNull;

import dev.supporters.contract.CallId;
import dev.supporters.contract.DriverId;
import dev.supporters.contract.Money;
import dev.supporters.contract.Place;
import dev.supporters.contract.PolicyLimits;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.common.v1.RefusalConsequence;

import java.time.Duration;
import java.util.List;

/**
 * A call that needs a driver.
 *
 * @param candidates best first
 * @param veto how long the command may be refused
 * @param onRefusal what happens to the call when it is refused; unspecified means general dispatch
 */
public record AssignmentOrder(
        CallId callId,
        Product product,
        List<CommandCandidate> candidates,
        Place origin,
        Money fare,
        Duration veto,
        RefusalConsequence onRefusal) {

    public AssignmentOrder {
        requireNonNull(callId);
        requireNonNull(product);
        candidates = List.copyOf(candidates);
        requireNonNull(origin);
        requireNonNull(fare);
        PolicyLimits.positive(veto, "veto", PolicyLimits.LONGEST_VETO);
        onRefusal = known(onRefusal);
    }

    /** A supporter to whom a call may be commanded. */
    public record CommandCandidate(DriverId driverId, int etaSeconds) {

        public CommandCandidate {
            requireNonNull(driverId);
        }
    }

    private static RefusalConsequence known(RefusalConsequence asked) {
        return switch (asked) {
            case REFUSAL_CONSEQUENCE_GENERAL,
                    REFUSAL_CONSEQUENCE_NEXT_SUPPORTER,
                    REFUSAL_CONSEQUENCE_FAIL ->
                    asked;
            case REFUSAL_CONSEQUENCE_UNSPECIFIED, UNRECOGNIZED ->
                    RefusalConsequence.REFUSAL_CONSEQUENCE_GENERAL;
        };
    }
}
