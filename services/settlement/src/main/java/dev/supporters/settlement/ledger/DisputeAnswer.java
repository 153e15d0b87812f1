package dev.supporters.settlement.ledger;

import static java.util.Objects.requireNonNull;

import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.refusal.Require;

import java.time.Instant;
import java.util.Optional;

/**
 * An operator answers a dispute.
 *
 * @param adjustment what is granted with it
 */
public record DisputeAnswer(
        String requestId,
        Dispute.Id disputeId,
        Dispute.Outcome decision,
        String answer,
        String actor,
        Optional<AdjustmentOrder> adjustment) {

    private static final int ANSWER_LENGTH = 500;

    public DisputeAnswer {
        Require.requestId(requestId);
        requireNonNull(disputeId);
        Require.text(answer, "answer", ANSWER_LENGTH);
        Require.actor(actor);
        if (decision == Dispute.Outcome.WITHDRAWN) {
            throw Refusal.invalid("decision", decision, "ACCEPTED or REJECTED");
        }
        if (decision == Dispute.Outcome.REJECTED && adjustment.isPresent()) {
            throw Refusal.invalid("adjustment", adjustment.get().amount(), "none with REJECTED");
        }
    }

    Dispute.Closing closing(Instant now) {
        return new Dispute.Closing(
                decision,
                requestId,
                answer,
                actor,
                adjustment.map(AdjustmentOrder::amount).orElse(0L),
                now);
    }
}
