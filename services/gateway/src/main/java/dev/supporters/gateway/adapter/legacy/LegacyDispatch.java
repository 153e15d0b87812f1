package dev.supporters.gateway.adapter.legacy;

import dev.supporters.gateway.adapter.grpc.ServiceInvoker;
import dev.supporters.gateway.call.GeneralDispatch;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.proto.call.v1.Call;
import dev.supporters.proto.common.v1.ErrorReason;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.vertx.core.VertxException;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;

import org.eclipse.microprofile.rest.client.inject.RestClient;

import java.util.Optional;
import java.util.function.Supplier;

/** General dispatch over the legacy system's API. */
@Startup // its counter shall be there before the first call needs it
@ApplicationScoped
class LegacyDispatch implements GeneralDispatch {

    private static final String REMOTE = "legacy";

    private final ServiceInvoker invoker;
    private final LegacyApi api;
    private final String bearer;
    private final Counter offered;

    LegacyDispatch(
            ServiceInvoker invoker,
            @RestClient LegacyApi api,
            LegacyConfig config,
            MeterRegistry meters) {
        this.invoker = invoker;
        this.api = api;
        this.bearer = config.bearer();
        this.offered = meters.counter("supporters_gateway_offered_total");
    }

    @Override
    public void offer(Call call) {
        invoker.call(
                REMOTE,
                () ->
                        asking(() -> {
                            api.offer(bearer, LegacyCalls.unregistered(call));
                            return true;
                        }));
        offered.increment();
    }

    @Override
    public Optional<Call> find(String callId) {
        return invoker.call(
                REMOTE,
                () ->
                        asking(() -> {
                            try {
                                return Optional.of(LegacyCalls.call(api.get(bearer, callId)));
                            } catch (LegacyAnswer answer) {
                                if (answer.status() == 404) {
                                    return Optional.empty();
                                }
                                throw answer;
                            }
                        }));
    }

    @Override
    public boolean cancel(String callId, String customerId) {
        return invoker.call(
                REMOTE,
                () ->
                        asking(() -> {
                            try {
                                api.cancel(bearer, callId, new LegacyCancel(customerId));
                                return true;
                            } catch (LegacyAnswer answer) {
                                return switch (answer.status()) {
                                    case 404 -> false;
                                    case 409 -> throw tooLate(callId, answer.error());
                                    default -> throw answer;
                                };
                            }
                        }));
    }

    /** Whatever is not one of its regular answers means that the legacy system fails. */
    private static <T> T asking(Supplier<T> request) {
        try {
            return request.get();
        } catch (LegacyAnswer | ProcessingException | VertxException e) {
            throw new Refusal(
                    ErrorReason.ERROR_REASON_UNAVAILABLE,
                    "general dispatch does not answer",
                    "an answer");
        }
    }

    private static Refusal tooLate(String callId, String error) {
        return "picked_up".equals(error)
                ? new Refusal(
                        ErrorReason.ERROR_REASON_CALL_PICKED_UP,
                        "call " + callId + ": picked up",
                        "a call before its drive")
                : new Refusal(
                        ErrorReason.ERROR_REASON_CALL_ENDED,
                        "call " + callId + ": ended",
                        "a call before its drive");
    }
}
