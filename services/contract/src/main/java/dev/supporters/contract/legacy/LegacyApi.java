package dev.supporters.contract.legacy;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.supporters.contract.CallId;
import dev.supporters.contract.DriverId;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.refusal.UnexpectedAnswer;
import dev.supporters.platform.rpc.HttpTransport;
import dev.supporters.proto.common.v1.ErrorReason;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The REST API of the legacy system, as far as our services use it. Each method sends one request; call it inside a {@link
 * dev.supporters.platform.rpc.GuardedCall}, like a gRPC stub. Answers outside the API's contract are refusals: the legacy system is
 * unavailable.
 *
 * <p>Why no JAX-RS client: Quarkus traces one only by the instrumentation of all Vert.x HTTP, which would double the span of every
 * gRPC call on the same port; and its timeout is fixed when it is built, while the deadline of a call becomes shorter from caller to
 * callee.
 */
public final class LegacyApi {

    /** The name of the legacy system in `supporters.remote.…`, in metrics and in traces. */
    public static final String REMOTE = "legacy";

    private final HttpTransport http;
    private final String calls;
    private final String bearer;

    public LegacyApi(HttpTransport http, String url, String token) {
        this.http = http;
        calls = url + "/api/v1/calls";
        bearer = "Bearer " + token;
    }

    /** Hands a call over to general dispatch; doing it again changes nothing. Invalid if the legacy system cannot read the call. */
    public void submit(LegacyCall.Submission submission) {
        HttpResponse<String> response = post(".json", submission.json());
        switch (response.statusCode()) {
            case 200, 201, 202, 204 -> {}
            case 400, 422 ->
                    throw Refusal.invalid(
                            "call",
                            submission.callId() + ", status " + response.statusCode(),
                            "a call that the legacy system understands");
            default -> throw unexpected(response.statusCode());
        }
    }

    /** A call that the legacy system knows; empty if it does not. */
    public Optional<LegacyCall> find(String callId) {
        HttpResponse<String> response = http.send(REMOTE, request("/" + callId + ".json").GET());
        return switch (response.statusCode()) {
            case 200 -> Optional.of(read(callId, response.body()));
            case 404 -> Optional.empty();
            default -> throw unexpected(response.statusCode());
        };
    }

    /**
     * The calls that it has taken at or after an instant, oldest first, by pages.
     *
     * @param pageToken from the page before; empty for the first
     */
    public LegacyCall.Page list(Instant since, String pageToken) {
        String query =
                ".json?since="
                        + URLEncoder.encode(since.toString(), UTF_8)
                        + "&page_token="
                        + URLEncoder.encode(pageToken, UTF_8);
        HttpResponse<String> response = http.send(REMOTE, request(query).GET());
        if (response.statusCode() != 200) {
            throw unexpected(response.statusCode());
        }
        return parsed("list", () -> LegacyCall.Page.of(new JsonObject(response.body())));
    }

    /** Cancels a call of this customer; doing it again gives the same answer. */
    public Cancellation cancel(String callId, String customerId) {
        HttpResponse<String> response =
                post(
                        "/" + callId + "/cancel.json",
                        new JsonObject().put("customer_id", customerId));
        return switch (response.statusCode()) {
            case 200, 204 -> Cancellation.CANCELLED;
            case 404 -> Cancellation.UNKNOWN;
            case 409 ->
                    "picked_up".equals(error(response.body()))
                            ? Cancellation.PICKED_UP
                            : Cancellation.ENDED;
            default -> throw unexpected(response.statusCode());
        };
    }

    /**
     * Reports that a supporter has accepted a call; doing it again changes nothing. Invalid if the legacy system cannot read the result.
     *
     * @return false if a commission driver has the call
     */
    public boolean reportAcceptance(
            CallId callId, DriverId driverId, String commandId, Instant acceptTime) {
        int status =
                post(
                                "/dispatch_results.json",
                                new JsonObject()
                                        .put("call_id", callId.value())
                                        .put("driver_id", driverId.value())
                                        .put("command_id", commandId)
                                        .put("accepted_at", acceptTime.toString()))
                        .statusCode();
        return switch (status) {
            case 200, 201, 202, 204 -> true;
            case 409 -> false;
            case 400, 422 ->
                    throw Refusal.invalid(
                            "dispatch result",
                            "status " + status,
                            "a result that the legacy system understands");
            default -> throw unexpected(status);
        };
    }

    private HttpResponse<String> post(String path, JsonObject body) {
        return http.send(
                REMOTE,
                request(path)
                        .header("content-type", "application/json")
                        .POST(BodyPublishers.ofString(body.encode())));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(calls + path))
                .header("authorization", bearer)
                .header("accept", "application/json");
    }

    private static LegacyCall read(String callId, String body) {
        return parsed("call " + callId, () -> LegacyCall.of(callId, new JsonObject(body)));
    }

    private static <T> T parsed(String what, Supplier<T> parser) {
        try {
            return parser.get();
        } catch (DecodeException | ClassCastException | DateTimeException e) {
            throw new Refusal(
                    ErrorReason.ERROR_REASON_UNAVAILABLE,
                    "legacy answered with a malformed " + what,
                    "an answer of its contract");
        }
    }

    private static String error(String body) {
        try {
            return new JsonObject(body).getString("error", "");
        } catch (DecodeException | ClassCastException e) {
            return "";
        }
    }

    private static Refusal unexpected(int status) {
        return UnexpectedAnswer.of(REMOTE, status);
    }

    /** What the legacy system answers to a cancellation. */
    public enum Cancellation {
        CANCELLED,
        UNKNOWN,
        PICKED_UP,
        ENDED
    }
}
