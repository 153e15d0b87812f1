package dev.supporters.gateway.adapter.legacy;

import dev.supporters.contract.CallId;
import dev.supporters.contract.legacy.LegacyApi;
import dev.supporters.gateway.adapter.grpc.ServiceInvoker;
import dev.supporters.gateway.call.GeneralDispatch;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.rpc.HttpTransport;
import dev.supporters.proto.call.v1.Call;
import dev.supporters.proto.common.v1.ErrorReason;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;

import jakarta.enterprise.context.ApplicationScoped;

import java.util.Optional;

/** General dispatch over the legacy system's API. */
@Startup // so that its counter exists before the first call needs it
@ApplicationScoped
class GeneralDispatchClient implements GeneralDispatch {

    private final ServiceInvoker invoker;
    private final LegacyApi api;
    private final Counter offered;

    GeneralDispatchClient(
            ServiceInvoker invoker,
            HttpTransport http,
            LegacyApiConfig config,
            MeterRegistry meters) {
        this.invoker = invoker;
        this.api = new LegacyApi(http, config.url(), config.token());
        this.offered = meters.counter("supporters_gateway_offered_total");
    }

    @Override
    public void offer(Call call) {
        invoker.call(
                LegacyApi.REMOTE,
                () -> {
                    submit(call);
                    return true;
                });
        offered.increment();
    }

    @Override
    public Optional<Call> find(CallId callId) {
        return invoker.call(
                LegacyApi.REMOTE, () -> api.find(callId.value()).map(LegacyCallMapper::call));
    }

    @Override
    public boolean cancel(CallId callId, String customerId) {
        return switch (invoker.call(
                LegacyApi.REMOTE, () -> api.cancel(callId.value(), customerId))) {
            case CANCELLED -> true;
            case UNKNOWN -> false;
            case PICKED_UP ->
                    throw tooLate(ErrorReason.ERROR_REASON_CALL_PICKED_UP, callId, "picked up");
            case ENDED -> throw tooLate(ErrorReason.ERROR_REASON_CALL_ENDED, callId, "ended");
        };
    }

    /** It is not the customer's fault if the legacy system cannot read what we made of the request. */
    private void submit(Call call) {
        try {
            api.submit(LegacyCallMapper.unregistered(call));
        } catch (Refusal refusal) {
            throw refusal.reason() == ErrorReason.ERROR_REASON_INVALID_ARGUMENT
                    ? new Refusal(
                            ErrorReason.ERROR_REASON_UNAVAILABLE,
                            "general dispatch does not take the call",
                            "an answer")
                    : refusal;
        }
    }

    private static Refusal tooLate(ErrorReason reason, CallId callId, String found) {
        return new Refusal(reason, "call " + callId + ": " + found, "a call before its drive");
    }
}
