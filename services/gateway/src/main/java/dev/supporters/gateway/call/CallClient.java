package dev.supporters.gateway.call;

import dev.supporters.contract.CallId;
import dev.supporters.proto.call.v1.Call;
import dev.supporters.proto.call.v1.CancelRequest;
import dev.supporters.proto.call.v1.RequestRequest;

import java.util.List;
import java.util.Set;

/** The service that owns the calls. */
public interface CallClient {

    Call request(RequestRequest request);

    Call cancel(CancelRequest request);

    Call get(CallId callId);

    /** Those of the calls that there are, in no order. */
    List<Call> getAll(Set<CallId> callIds);
}
