package dev.supporters.gateway.call;

import dev.supporters.contract.CallId;
import dev.supporters.proto.call.v1.Call;

import java.util.Optional;

/** The legacy system, which finds a driver for every call that we cannot serve. */
public interface GeneralDispatch {

    /** Hands over a call that the service `call` may not know. The same call again changes nothing. */
    void offer(Call call);

    /** What it knows of a call. */
    Optional<Call> find(CallId callId);

    /** Cancels a call; false if it has no such call. Refused: CALL_PICKED_UP, CALL_ENDED. */
    boolean cancel(CallId callId, String customerId);
}
