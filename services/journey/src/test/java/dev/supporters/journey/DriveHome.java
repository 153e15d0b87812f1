package dev.supporters.journey;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.supporters.contract.PolicyDefaults;
import dev.supporters.contract.PolicyLimits;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.player.NightSeed;
import dev.supporters.player.client.GraphQlOperation;
import dev.supporters.player.client.JsonNodes;
import dev.supporters.player.client.MutationInput;
import dev.supporters.player.client.NoAnswerException;
import dev.supporters.player.client.SystemClients;
import dev.supporters.proto.call.v1.Call;
import dev.supporters.proto.call.v1.CallState;
import dev.supporters.proto.call.v1.CancelRequest;
import dev.supporters.proto.call.v1.GetRequest;
import dev.supporters.proto.call.v1.RequestRequest;
import dev.supporters.proto.common.v1.AppPlatform;
import dev.supporters.proto.common.v1.Box;
import dev.supporters.proto.common.v1.DispatchPath;
import dev.supporters.proto.common.v1.Point;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.driver.v1.Driver;
import dev.supporters.proto.policy.v1.Policy;
import dev.supporters.proto.policy.v1.PutRequest;
import dev.supporters.proto.settlement.v1.GetStatementRequest;
import dev.supporters.proto.settlement.v1.RecomputeRequest;
import dev.supporters.proto.settlement.v1.Statement;
import dev.supporters.proto.work.v1.BeginRequest;
import dev.supporters.proto.work.v1.EndRequest;
import dev.supporters.simulation.Night;
import dev.supporters.stand.ServiceClients;
import dev.supporters.stand.ServiceSpec;
import dev.supporters.stand.Stand;

import io.grpc.StatusRuntimeException;

import org.awaitility.core.ConditionFactory;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

/**
 * A supporter in a region of its own, which is open all day and where no night is: begins a shift, drives one call home by the gateway as
 * an app does, and ends the shift.
 */
final class DriveHome implements AutoCloseable {

    static final double LAT = 35.1796;
    static final double LNG = 129.0756;

    private static final String REGION = "erasure";
    private static final String DRIVER = "1004561";
    private static final double HALF_SIDE = 0.05;

    /** Long enough to be paid for. */
    private static final Duration DRIVE = Duration.ofSeconds(2);

    private static final Duration LONGEST = Duration.ofMinutes(2);
    private static final Duration LOOK = Duration.ofMillis(500);
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final Stand stand;
    private final ServiceClients services;
    private final SystemClients apps;
    private final String token;

    DriveHome(Stand stand, ServiceClients services) {
        this.stand = stand;
        this.services = services;
        apps =
                new SystemClients(
                        URI.create(stand.url(ServiceSpec.GATEWAY)),
                        URI.create(stand.url(ServiceSpec.LEGACY)),
                        stand.secrets().legacyToken(),
                        what -> {});
        token = stand.issuer().mint(DRIVER, "driver");
    }

    /** Begins the shift where the customer waits; the business date of it. */
    String begin(Night night) {
        var _ =
                eventually(() ->
                        services.policies()
                                .put(
                                        PutRequest.newBuilder()
                                                .setRequestId("erasure-policy")
                                                .setExpectedVersion(-1)
                                                .setActor("journey")
                                                .setPolicy(policy(night))
                                                .build()));
        var _ =
                eventually(() ->
                        services.drivers()
                                .put(
                                        dev.supporters.proto.driver.v1.PutRequest.newBuilder()
                                                .setRequestId("erasure-driver")
                                                .setDriver(
                                                        Driver.newBuilder()
                                                                .setDriverId(DRIVER)
                                                                .setName("남기사")
                                                                .addMemberships(
                                                                        NightSeed.member(REGION)))
                                                .build()));
        return eventually(() ->
                        services.works()
                                .begin(
                                        BeginRequest.newBuilder()
                                                .setRequestId("erasure-begin")
                                                .setDriverId(DRIVER)
                                                .setProduct(Product.PRODUCT_DRIVER)
                                                .setLocation(moved(0))
                                                .setAppPlatform(AppPlatform.APP_PLATFORM_ANDROID)
                                                .setAppVersion("9.0.0")
                                                .build()))
                .getWork()
                .getBusinessDate();
    }

    /** In the night's time zone its window does not end while this is played. */
    private static Policy policy(Night night) {
        return PolicyDefaults.policy()
                .setProduct(Product.PRODUCT_DRIVER)
                .setRegion(REGION)
                .setBounds(
                        Box.newBuilder()
                                .setSouthWest(moved(-HALF_SIDE))
                                .setNorthEast(moved(HALF_SIDE)))
                .setTimeZone(night.zone().getId())
                .setWindowBegin("12:00")
                .setWindowLength(Timestamps.of(Duration.ofHours(24)))
                .setVeto(Timestamps.of(PolicyLimits.LONGEST_VETO))
                .setRolloutPercent(100)
                .setMaxPickup(Timestamps.of(Duration.ofMinutes(20)))
                .setMaxCandidates(16)
                .setUnreachableAfter(Timestamps.of(Duration.ofHours(24)))
                .build();
    }

    private static Point moved(double degrees) {
        return Point.newBuilder().setLat(LAT + degrees).setLng(LNG + degrees).build();
    }

    /**
     * Orders until a call is the supporter's, and returns that one. Routing knows of a shift a moment after it has begun: what is ordered
     * before goes to general dispatch, and is cancelled.
     */
    String order(Supplier<RequestRequest> orders) {
        return soon().until(() -> ordered(orders.get()), call -> call.getDriverId().equals(DRIVER))
                .getCallId();
    }

    private Call ordered(RequestRequest order) {
        var _ = eventually(() -> services.calls().request(order));
        Call call =
                soon().until(
                                () -> call(order.getCallId()),
                                found -> found.getPath() != DispatchPath.DISPATCH_PATH_UNSPECIFIED);
        if (call.getPath() == DispatchPath.DISPATCH_PATH_GENERAL) {
            cancel(call.getCallId());
        }
        return call;
    }

    void cancel(String callId) {
        var _ =
                eventually(() ->
                        services.calls()
                                .cancel(
                                        CancelRequest.newBuilder()
                                                .setRequestId("cancel-" + callId)
                                                .setCallId(callId)
                                                .build()));
    }

    /** Accepts the call, unless silence has done so before, and takes each step until it is completed. */
    void drive(String callId) {
        soon().until(() -> {
            take(callId);
            return call(callId).getState() == CallState.CALL_STATE_COMPLETED;
        });
    }

    /** The step that is next; one that is refused, or that nobody has answered, is taken again. */
    private void take(String callId) throws InterruptedException {
        JsonNode slot =
                ask(GraphQlOperation.APP_STATE, JsonNodes.object().put("driverId", DRIVER))
                        .path("engagement");
        String commandId = slot.path("command").path("commandId").asText("");
        switch (slot.path("state").asText("")) {
            case "COMMANDED" ->
                    ask(
                            GraphQlOperation.ACCEPT_CALL,
                            about("accept").with("commandId", commandId).variables());
            case "ACCEPTED" -> step(GraphQlOperation.ARRIVE, callId);
            case "ARRIVED" -> step(GraphQlOperation.PICK_UP, callId);
            case "DRIVING" -> {
                stand.awaitTime(stand.clock().instant().plus(DRIVE));
                step(GraphQlOperation.COMPLETE, callId);
            }
            default -> {} // not commanded yet, or free again
        }
    }

    private void step(GraphQlOperation step, String callId) throws InterruptedException {
        ask(step, about(step.title()).with("callId", callId).variables());
    }

    private static MutationInput about(String what) {
        return MutationInput.of("erasure-" + what).with("driverId", DRIVER);
    }

    private JsonNode ask(GraphQlOperation operation, ObjectNode variables)
            throws InterruptedException {
        try {
            return apps.graphQl().ask(token, operation, variables, LIMIT).data();
        } catch (NoAnswerException e) {
            return JsonNodes.object();
        }
    }

    /** Ends the shift; its statement once that is final. */
    Statement end(String businessDate) {
        var _ =
                eventually(() ->
                        services.works()
                                .end(
                                        EndRequest.newBuilder()
                                                .setRequestId("erasure-end")
                                                .setDriverId(DRIVER)
                                                .setProduct(Product.PRODUCT_DRIVER)
                                                .build()));
        return soon().until(() -> statement(businessDate), Statement::getFinal);
    }

    Statement statement(String businessDate) {
        return services.settlement()
                .getStatement(
                        GetStatementRequest.newBuilder()
                                .setDriverId(DRIVER)
                                .setBusinessDate(businessDate)
                                .setProduct(Product.PRODUCT_DRIVER)
                                .build())
                .getStatement();
    }

    /** Whether the ledger says what its archived events say. */
    boolean ledgerIsAsItsEvents(String businessDate) {
        return services.settlement()
                .recompute(
                        RecomputeRequest.newBuilder()
                                .setDriverId(DRIVER)
                                .setBusinessDate(businessDate)
                                .setProduct(Product.PRODUCT_DRIVER)
                                .build())
                .getSame();
    }

    Call call(String callId) {
        return services.calls().get(GetRequest.newBuilder().setCallId(callId).build()).getCall();
    }

    /** What depends on facts that are on their way from one service to another is asked again. */
    static <T> T eventually(Callable<T> attempt) {
        return soon().until(attempt, answer -> true);
    }

    private static ConditionFactory soon() {
        return await().atMost(LONGEST)
                .pollInterval(LOOK)
                .ignoreExceptionsInstanceOf(StatusRuntimeException.class);
    }

    @Override
    public void close() {
        apps.close();
    }
}
