package dev.supporters.tools.check;

import com.fasterxml.jackson.databind.node.ObjectNode;

import java.time.Duration;
import java.util.UUID;
import java.util.function.Consumer;

/** Places calls, one after the other: requests one, looks at it until it has a path, cancels it. */
final class CallPlacer {

    private static final String CUSTOMER = "helm-test";
    private static final String CUSTOMER_NAME = "helm test";

    /** A call must not stay behind, also where the time was used up. */
    private static final Duration TIME_TO_CANCEL = Duration.ofSeconds(15);

    private final Gateway gateway;
    private final CheckSettings settings;
    private final Patience patience;
    private final Duration pause;
    private final Consumer<String> said;

    CallPlacer(
            Gateway gateway,
            CheckSettings settings,
            Patience patience,
            Duration pause,
            Consumer<String> said) {
        this.gateway = gateway;
        this.settings = settings;
        this.patience = patience;
        this.pause = pause;
        this.said = said;
    }

    Verdict place() throws InterruptedException {
        CallView call;
        try {
            call = request();
        } catch (CheckFailed e) {
            said.accept(
                    "call: "
                            + e.getMessage()
                            + "; if the gateway took it all the same, it is an open call of the customer "
                            + CUSTOMER);
            return Verdict.FAILED;
        }
        said.accept("call " + call.callId() + ": requested, " + call.status());
        Verdict verdict = follow(call);
        return cancel(call) ? verdict : Verdict.FAILED;
    }

    private CallView request() throws CheckFailed, InterruptedException {
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

    private Verdict follow(CallView requested) throws InterruptedException {
        String name = "call " + requested.callId() + ": ";
        ObjectNode id = Gateway.object().put("id", requested.callId());
        CallView call = requested;
        try {
            while (!call.hasPath() && !patience.over()) {
                patience.pause(pause);
                call = CallView.of(gateway.ask(Operation.LOOK, id, patience).path("call"));
            }
        } catch (CheckFailed e) {
            said.accept(name + e.getMessage());
            return Verdict.FAILED;
        }
        if (!call.hasPath()) {
            said.accept(
                    name
                            + "%s, no path within %d s"
                                    .formatted(call.status(), settings.within().toSeconds()));
            return Verdict.FAILED;
        }
        String path = (call.path() + " " + call.reason()).strip();
        if (call.wentAround()) {
            said.accept(name + "NOT decided, " + path + ": the service `call` did not answer");
            return Verdict.WENT_AROUND;
        }
        said.accept(name + "decided, " + path);
        return Verdict.DECIDED;
    }

    private boolean cancel(CallView call) throws InterruptedException {
        ObjectNode input = key().put("callId", call.callId());
        try {
            gateway.ask(Operation.CANCEL, input(input), new Patience(TIME_TO_CANCEL));
            said.accept("call " + call.callId() + ": cancelled");
            return true;
        } catch (CheckFailed e) {
            said.accept("call " + call.callId() + ": NOT cancelled: " + e.getMessage());
            return false;
        }
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
