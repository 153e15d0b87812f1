package dev.supporters.call.adapter.rest;

import dev.supporters.call.general.GeneralDispatcher;
import dev.supporters.call.general.GeneralStatus;
import dev.supporters.call.general.GeneralStatus.State;
import dev.supporters.call.life.Call;
import dev.supporters.call.life.CallOrder;
import dev.supporters.contract.CallId;
import dev.supporters.contract.DriverId;
import dev.supporters.contract.Place;
import dev.supporters.contract.Products;
import dev.supporters.contract.legacy.LegacyApi;
import dev.supporters.contract.legacy.LegacyCall;
import dev.supporters.platform.rpc.GuardedCall;
import dev.supporters.platform.rpc.GuardedCalls;
import dev.supporters.platform.rpc.HttpTransport;
import dev.supporters.proto.common.v1.Product;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The legacy system over its REST API. */
@ApplicationScoped
class LegacyClient implements GeneralDispatcher {

    private static final Pattern CALL_ID = Pattern.compile("[0-9]{1,18}");

    /** The state of a call whose supporter has accepted: commander has it, not general dispatch. */
    private static final String OF_A_SUPPORTER = "supporters";

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
    public Optional<GeneralStatus> status(CallId callId) {
        return callee.call(() -> api.find(callId.value())).map(LegacyClient::status);
    }

    private static GeneralStatus status(LegacyCall call) {
        return new GeneralStatus(
                switch (call.state()) {
                    case "offered" -> State.OFFERED;
                    case "taken" -> State.TAKEN;
                    case "arrived" -> State.ARRIVED;
                    case "picked_up" -> State.PICKED_UP;
                    case "completed" -> State.COMPLETED;
                    case "cancelled" -> State.CANCELLED;
                    case "unserved" -> State.UNSERVED;
                    case OF_A_SUPPORTER -> State.SUPPORTERS;
                    default -> State.OTHER;
                },
                Optional.of(call.driverId()).filter(id -> !id.isEmpty()).map(DriverId::new));
    }

    @Override
    public List<CallOrder> unregistered(Instant since) {
        List<CallOrder> orders = new ArrayList<>();
        String pageToken = "";
        do {
            String token = pageToken;
            LegacyCall.Page page = callee.call(() -> api.list(since, token));
            page.calls().stream()
                    .filter(call -> !call.registered() && !call.state().equals(OF_A_SUPPORTER))
                    .flatMap(call -> order(call).stream())
                    .forEach(orders::add);
            pageToken = page.nextToken();
        } while (!pageToken.isEmpty());
        return orders;
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

    /** What the gateway handed over; empty for a call of which the legacy system knows less. */
    private static Optional<CallOrder> order(LegacyCall call) {
        LegacyCall.Details details = call.details();
        Optional<Product> product = Products.sold(details.product());
        boolean whole =
                CALL_ID.matcher(call.callId()).matches()
                        && product.isPresent()
                        && !details.customerId().isEmpty()
                        && details.origin().given()
                        && details.destination().given()
                        && !details.fare().currency().isEmpty()
                        && details.requestedAt().isAfter(Instant.EPOCH);
        return whole
                ? Optional.of(
                        new CallOrder(
                                new CallId(call.callId()),
                                product.get(),
                                details.customerId(),
                                details.customerName(),
                                details.origin(),
                                details.destination(),
                                details.stopover(),
                                details.fare(),
                                details.distanceMeters(),
                                Place.NONE,
                                details.requestedAt().truncatedTo(ChronoUnit.MILLIS)))
                : Optional.empty();
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
