package dev.supporters.call.adapter.rest;

import dev.supporters.call.general.LegacySystem;
import dev.supporters.call.life.Call;
import dev.supporters.call.life.Order;
import dev.supporters.contract.Money;
import dev.supporters.contract.Place;
import dev.supporters.contract.Products;
import dev.supporters.contract.legacy.LegacyApi;
import dev.supporters.contract.legacy.LegacyCall;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.rpc.GuardedCall;
import dev.supporters.platform.rpc.GuardedCalls;
import dev.supporters.platform.rpc.HttpTransport;
import dev.supporters.proto.common.v1.ErrorReason;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The legacy system over its REST API. */
@ApplicationScoped
class LegacyClient implements LegacySystem {

    private final LegacyApi api;
    private final GuardedCall remote;

    LegacyClient(
            HttpTransport http,
            GuardedCalls remotes,
            @ConfigProperty(name = "supporters.legacy.url") String url,
            @ConfigProperty(name = "supporters.legacy.token") String token) {
        api = new LegacyApi(http, url, token);
        remote = remotes.named(LegacyApi.REMOTE);
    }

    @Override
    public void handOver(Call call) {
        try {
            remote.call(() -> {
                api.submit(submission(call));
                return true;
            });
        } catch (Refusal refusal) {
            if (refusal.reason() == ErrorReason.ERROR_REASON_INVALID_ARGUMENT) {
                // another attempt would not help: the event goes to the dead letters
                throw new IllegalStateException("legacy cannot read call " + call.id(), refusal);
            }
            throw refusal;
        }
    }

    @Override
    public boolean knows(String callId) {
        return remote.call(() -> api.find(callId)).isPresent();
    }

    @Override
    public Cancelling cancel(String callId, String customerId) {
        return switch (remote.call(() -> api.cancel(callId, customerId))) {
            case CANCELLED -> Cancelling.CANCELLED;
            case UNKNOWN -> Cancelling.UNKNOWN;
            case PICKED_UP -> Cancelling.PICKED_UP;
            case ENDED -> Cancelling.ENDED;
        };
    }

    private static LegacyCall.Submission submission(Call call) {
        Order order = call.order();
        return new LegacyCall.Submission(
                order.callId(),
                true,
                new LegacyCall.Details(
                        Products.name(order.product()),
                        order.customerId(),
                        order.customerName(),
                        place(order.origin()),
                        place(order.destination()),
                        place(order.stopover()),
                        new Money(order.fare().amount(), order.fare().currency()),
                        order.distanceMeters(),
                        call.reason(),
                        order.createTime()),
                call.pastCommands());
    }

    private static Place place(dev.supporters.call.life.Place place) {
        return new Place(place.lat(), place.lng(), place.poi(), place.address());
    }
}
