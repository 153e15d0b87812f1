package dev.supporters.call.adapter.rest;

import dev.supporters.call.general.GeneralDispatcher;
import dev.supporters.call.life.Call;
import dev.supporters.call.life.CallOrder;
import dev.supporters.contract.CallId;
import dev.supporters.contract.Products;
import dev.supporters.contract.legacy.LegacyApi;
import dev.supporters.contract.legacy.LegacyCall;
import dev.supporters.platform.rpc.GuardedCall;
import dev.supporters.platform.rpc.GuardedCalls;
import dev.supporters.platform.rpc.HttpTransport;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The legacy system over its REST API. */
@ApplicationScoped
class LegacyClient implements GeneralDispatcher {

    private final LegacyApi api;
    private final GuardedCall callee;

    LegacyClient(
            HttpTransport http,
            GuardedCalls callees,
            @ConfigProperty(name = "supporters.legacy.url") String url,
            @ConfigProperty(name = "supporters.legacy.token") String token) {
        api = new LegacyApi(http, url, token);
        callee = callees.named(LegacyApi.REMOTE);
    }

    @Override
    public void handOver(Call call) {
        callee.call(() -> {
            api.submit(submission(call));
            return true;
        });
    }

    @Override
    public boolean knows(CallId callId) {
        return callee.call(() -> api.find(callId.value())).isPresent();
    }

    @Override
    public CancelOutcome cancel(CallId callId, String customerId) {
        return switch (callee.call(() -> api.cancel(callId.value(), customerId))) {
            case CANCELLED -> CancelOutcome.CANCELLED;
            case UNKNOWN -> CancelOutcome.UNKNOWN;
            case PICKED_UP -> CancelOutcome.PICKED_UP;
            case ENDED -> CancelOutcome.ENDED;
        };
    }

    private static LegacyCall.Submission submission(Call call) {
        CallOrder order = call.order();
        return new LegacyCall.Submission(
                order.callId().value(),
                true,
                new LegacyCall.Details(
                        Products.name(order.product()),
                        order.customerId(),
                        order.customerName(),
                        order.origin(),
                        order.destination(),
                        order.stopover(),
                        order.fare(),
                        order.distanceMeters(),
                        call.reason(),
                        order.createTime()),
                call.pastCommands());
    }
}
