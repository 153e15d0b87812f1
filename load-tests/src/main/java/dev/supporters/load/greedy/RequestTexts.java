package dev.supporters.load.greedy;

import dev.supporters.contract.Position;
import dev.supporters.load.greedy.GatewayAsker.Answered;
import dev.supporters.player.Rehearsal;

import java.time.Instant;
import java.util.Locale;
import java.util.Set;

/** What apps ask the gateway, as documents. */
final class RequestTexts {

    static final Position PLACE = Rehearsal.PLACE;
    static final String GENERAL = "GENERAL";
    static final Set<String> ENDED = Set.of("COMPLETED", "CANCELLED", "FAILED");
    static final String SLOT = "{ engagement { state command { callId } } }";
    static final String LIST_CALL =
            "{ listCall(product: DRIVER, location: {lat: \"%s\", lng: \"%s\"}) { calls { callId } } }"
                    .formatted(PLACE.lat(), PLACE.lng());

    private RequestTexts() {}

    static String requestCall(String key) {
        return String.format(
                Locale.ROOT,
                "mutation { requestCall(input: {clientMutationId: \"%s\", product: DRIVER, userName: \"Kim\", origin: {lat: \"%s\", lng: \"%s\"}, destination: {lat: \"%s\", lng: \"%s\"}, fare: 5000, currency: \"KRW\", distance: 5600}) { call { callId } } }",
                key,
                PLACE.lat(),
                PLACE.lng(),
                PLACE.lat(),
                PLACE.lng() + .05);
    }

    /** The number in the answer to a request; empty if it was refused. */
    static String callId(Answered answered) {
        return answered.data().path("requestCall").path("call").path("callId").asText("");
    }

    static String look(String callId) {
        return "{ call(id: \"" + callId + "\") { state } }";
    }

    static String callState(Answered answered) {
        return answered.data().path("call").path("state").asText("");
    }

    static String cancel(String callId) {
        return "mutation { cancelCall(input: {callId: \"" + callId + "\"}) { call { state } } }";
    }

    static String begin(Position here) {
        return String.format(
                Locale.ROOT,
                "mutation { beginWork(input: {product: DRIVER, location: {lat: %s, lng: %s}, appPlatform: ANDROID, appVersion: \"9.0.0\"}) { work { state } } }",
                here.lat(),
                here.lng());
    }

    static String report(Position here, Instant now) {
        return String.format(
                Locale.ROOT,
                "mutation { reportLocation(input: {positions: [{lat: %s, lng: %s, reportedAt: \"%s\"}]}) { clientMutationId } }",
                here.lat(),
                here.lng(),
                now);
    }

    static String accept(String callId) {
        return "mutation { acceptCall(input: {callId: \"" + callId + "\"}) { outcome } }";
    }

    static String refuse(String callId) {
        return "mutation { refuseCall(input: {callId: \""
                + callId
                + "\", reason: OTHER, comment: \"resting soon\"}) { outcome } }";
    }

    /** One of arrive, pickUp and complete. */
    static String step(String step, String callId) {
        return "mutation { "
                + step
                + "(input: {callId: \""
                + callId
                + "\"}) { engagement { state } } }";
    }
}
