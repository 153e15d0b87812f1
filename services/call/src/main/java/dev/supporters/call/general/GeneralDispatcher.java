package dev.supporters.call.general;

import dev.supporters.call.life.Call;
import dev.supporters.call.life.CallOrder;
import dev.supporters.contract.CallId;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * General dispatch: the legacy system does it. Each method throws a {@link dev.supporters.platform.refusal.Refusal} when it fails or
 * is late.
 */
public interface GeneralDispatcher {

    /** Hands a call over; doing it again changes nothing. */
    void handOver(Call call);

    /** Whether it has the call, whoever handed it over. */
    boolean knows(CallId callId);

    /** How far a call has come there; empty if it does not have it. */
    Optional<GeneralStatus> status(CallId callId);

    /**
     * Calls that it has although this service does not know them: the gateway hands calls over while this service is away.
     *
     * @param since only those that it got at or after this
     */
    List<CallOrder> unregistered(Instant since);

    /** Cancels a call there; the answer is the same when it is asked again. */
    CancelOutcome cancel(CallId callId, String customerId);

    /** The result of cancelling. */
    enum CancelOutcome {
        CANCELLED,
        UNKNOWN,
        PICKED_UP,
        ENDED
    }
}
