package dev.supporters.gateway.call;

import dev.supporters.contract.CallId;
import dev.supporters.proto.call.v1.Call;
import dev.supporters.proto.call.v1.CancelRequest;
import dev.supporters.proto.call.v1.RequestRequest;

/** The service that owns the calls. */
public interface CallClient {

    Call request(RequestRequest request);

    Call cancel(CancelRequest request);

    Call get(CallId callId);
}
