package dev.supporters.tools.check;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.supporters.contract.Place;
import dev.supporters.tools.check.GatewayGraphQlClient.PlacedCall;

import java.time.Duration;
import java.util.UUID;
import java.util.function.Consumer;

/** Places one call after the other: requests it, reads it until it has a path, cancels it. */
final class CallPlacer {

    /** ISO 4217's code where no currency is involved: nobody pays for this call. */
    private static final String NO_CURRENCY = "XXX";

    private static final String CUSTOMER = "helm-test";
    private static final String CUSTOMER_NAME = "helm test";

    /** The call must not stay open, even when the time is used up. */
    private static final Duration TIME_TO_CANCEL = Duration.ofSeconds(15);

    private final GatewayGraphQlClient gateway;
    private final CheckSettings settings;
    private final Deadline deadline;
    private final Duration pause;
    private final Consumer<String> log;

    CallPlacer(
            GatewayGraphQlClient gateway,
            CheckSettings settings,
            Deadline deadline,
            Duration pause,
            Consumer<String> log) {
        this.gateway = gateway;
        this.settings = settings;
        this.deadline = deadline;
        this.pause = pause;
        this.log = log;
    }

    Verdict place() throws InterruptedException {
        PlacedCall call;
        try {
            call = request();
        } catch (CheckException e) {
            log.accept(
                    "call: "
                            + e.getMessage()
                            + "; if the gateway took it all the same, it is an open call of the customer "
                            + CUSTOMER);
            return Verdict.FAILED;
        }
        log.accept("call " + call.callId() + ": requested, " + call.status());
        Verdict verdict = awaitPath(call);
        return cancel(call) ? verdict : Verdict.FAILED;
    }

    private PlacedCall request() throws CheckException, InterruptedException {
        ObjectNode input =
                newInput()
                        .put("userId", CUSTOMER)
                        .put("userName", CUSTOMER_NAME)
                        .put("fare", 0)
                        .put("currency", NO_CURRENCY)
                        .put("distance", metersBetween(settings.origin(), settings.destination()));
        input.set("origin", place(settings.origin()));
        input.set("destination", place(settings.destination()));
        return gateway.requestCall(input, deadline);
    }

    private Verdict awaitPath(PlacedCall requested) throws InterruptedException {
        String name = "call " + requested.callId() + ": ";
        PlacedCall call = requested;
        try {
            while (!call.hasPath() && !deadline.expired()) {
                deadline.sleep(pause);
                call = gateway.getCall(requested.callId(), deadline);
            }
        } catch (CheckException e) {
            log.accept(name + e.getMessage());
            return Verdict.FAILED;
        }
        if (!call.hasPath()) {
            log.accept(
                    name
                            + "%s, no path within %d s"
                                    .formatted(call.status(), settings.within().toSeconds()));
            return Verdict.FAILED;
        }
        String path = (call.path() + " " + call.reason()).strip();
        if (call.wasDiverted()) {
            log.accept(name + "NOT decided, " + path + ": the service `call` did not answer");
            return Verdict.DIVERTED;
        }
        log.accept(name + "decided, " + path);
        return Verdict.DECIDED;
    }

    private boolean cancel(PlacedCall call) throws InterruptedException {
        ObjectNode input = newInput().put("callId", call.callId());
        try {
            gateway.cancelCall(input, new Deadline(TIME_TO_CANCEL));
            log.accept("call " + call.callId() + ": cancelled");
            return true;
        } catch (CheckException e) {
            log.accept("call " + call.callId() + ": NOT cancelled: " + e.getMessage());
            return false;
        }
    }

    private static ObjectNode newInput() {
        return GatewayGraphQlClient.object().put("clientMutationId", UUID.randomUUID().toString());
    }

    private static long metersBetween(Place one, Place other) {
        return Math.round(one.position().orElseThrow().metersTo(other.position().orElseThrow()));
    }

    private static ObjectNode place(Place place) {
        return GatewayGraphQlClient.object().put("lat", place.lat()).put("lng", place.lng());
    }

    /** What happened to a call that the check placed. */
    enum Verdict {
        /** A path was chosen for it, and it is cancelled. */
        DECIDED,
        /** The gateway gave it to general dispatch, because the service `call` did not answer; it is cancelled. */
        DIVERTED,
        /** Another call would not do better. */
        FAILED
    }
}
