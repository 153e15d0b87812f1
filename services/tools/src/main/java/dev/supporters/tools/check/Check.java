package dev.supporters.tools.check;

import com.fasterxml.jackson.databind.node.ObjectNode;

import java.io.PrintStream;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;

/** Places a call through the gateway, waits until a path is chosen for it, and cancels it. */
public final class Check {

    private static final String CUSTOMER = "helm-test";
    private static final String CUSTOMER_NAME = "helm test";
    private static final Duration PAUSE = Duration.ofMillis(500);

    /** A call must not stay behind, also where the time was used up. */
    private static final Duration TIME_TO_CANCEL = Duration.ofSeconds(15);

    private final CheckSettings settings;
    private final Duration pause;
    private final PrintStream out;

    public Check(CheckSettings settings, PrintStream out) {
        this(settings, PAUSE, out);
    }

    Check(CheckSettings settings, Duration pause, PrintStream out) {
        this.settings = settings;
        this.pause = pause;
        this.out = out;
    }

    /** Whether the call was decided within the time, and is gone. */
    public boolean passes() throws InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return passes(new Door(http, pause), new Patience(settings.within()));
        }
    }

    private boolean passes(Door door, Patience patience) throws InterruptedException {
        say(patience, "gateway: " + settings.gateway());
        Gateway gateway;
        try {
            gateway =
                    new Gateway(
                            door,
                            settings.gateway(),
                            new Tokens(door).token(settings.token(), patience));
            say(patience, "token: there");
        } catch (CheckFailed e) {
            return failed(patience, "token: " + e.getMessage());
        }
        CallView call;
        try {
            call = request(gateway, patience);
            say(patience, "call " + call.callId() + ": requested, " + call.status());
        } catch (CheckFailed e) {
            return failed(
                    patience,
                    "call: "
                            + e.getMessage()
                            + "; if the gateway took it all the same, it is an open call of the customer "
                            + CUSTOMER);
        }
        boolean decided = decided(gateway, door, call, patience);
        boolean cancelled = cancelled(gateway, call, patience);
        say(patience, decided && cancelled ? "passed" : "FAILED");
        return decided && cancelled;
    }

    private CallView request(Gateway gateway, Patience patience)
            throws CheckFailed, InterruptedException {
        ObjectNode input =
                key().put("userId", CUSTOMER)
                        .put("userName", CUSTOMER_NAME)
                        .put("fare", 0)
                        .put("distance", settings.origin().metersTo(settings.destination()));
        input.set("origin", place(settings.origin()));
        input.set("destination", place(settings.destination()));
        return CallView.of(
                gateway.ask(Operation.REQUEST, input(input), patience)
                        .path("requestCall")
                        .path("call"));
    }

    private boolean decided(Gateway gateway, Door door, CallView requested, Patience patience)
            throws InterruptedException {
        ObjectNode id = Gateway.object().put("id", requested.callId());
        CallView call = requested;
        try {
            while (!call.decided() && !patience.left().isZero()) {
                door.pause(patience);
                call = CallView.of(gateway.ask(Operation.LOOK, id, patience).path("call"));
            }
        } catch (CheckFailed e) {
            return failed(patience, "call " + requested.callId() + ": " + e.getMessage());
        }
        if (!call.decided()) {
            return failed(
                    patience,
                    "call %s: %s, no path within %d s"
                            .formatted(
                                    requested.callId(),
                                    call.status(),
                                    settings.within().toSeconds()));
        }
        say(
                patience,
                "call %s: decided, %s %s"
                        .formatted(requested.callId(), call.path(), call.reason())
                        .strip());
        return true;
    }

    private boolean cancelled(Gateway gateway, CallView call, Patience patience)
            throws InterruptedException {
        ObjectNode input = key().put("callId", call.callId());
        try {
            gateway.ask(Operation.CANCEL, input(input), new Patience(TIME_TO_CANCEL));
            say(patience, "call " + call.callId() + ": cancelled");
            return true;
        } catch (CheckFailed e) {
            return failed(patience, "call " + call.callId() + ": NOT cancelled: " + e.getMessage());
        }
    }

    private boolean failed(Patience patience, String what) {
        say(patience, what);
        return false;
    }

    private void say(Patience patience, String what) {
        out.printf(Locale.ROOT, "%5.1f s  %s%n", patience.passed().toMillis() / 1e3, what);
    }

    private static ObjectNode key() {
        return Gateway.object().put("clientMutationId", UUID.randomUUID().toString());
    }

    private static ObjectNode input(ObjectNode fields) {
        ObjectNode variables = Gateway.object();
        variables.set("input", fields);
        return variables;
    }

    private static ObjectNode place(Place place) {
        return Gateway.object().put("lat", place.lat()).put("lng", place.lng());
    }
}
