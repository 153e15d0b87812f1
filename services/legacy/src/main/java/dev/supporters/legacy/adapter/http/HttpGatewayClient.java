package dev.supporters.legacy.adapter.http;

import dev.supporters.legacy.LegacyConfig;
import dev.supporters.legacy.dispatch.StepReport;
import dev.supporters.legacy.report.GatewayClient;
import dev.supporters.platform.rpc.GuardedCall;
import dev.supporters.platform.rpc.GuardedCalls;
import dev.supporters.platform.rpc.HttpTransport;

import io.vertx.core.json.JsonObject;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.Set;

/** The gateway over its REST API. */
@ApplicationScoped
class HttpGatewayClient implements GatewayClient {

    private static final String REMOTE = "gateway";

    /** Statuses after which the same request may succeed later: no valid token (yet), late, too early, too many. */
    private static final Set<Integer> TRY_AGAIN = Set.of(401, 403, 408, 425, 429);

    private final HttpTransport http;
    private final GuardedCall remote;
    private final String calls;
    private final String bearer;

    HttpGatewayClient(
            HttpTransport http,
            GuardedCalls remotes,
            LegacyConfig config,
            @ConfigProperty(name = "supporters.gateway.url") String url) {
        this.http = http;
        remote = remotes.named(REMOTE);
        calls = url + "/d/v1/calls/";
        bearer = "Bearer " + config.token();
    }

    @Override
    public boolean report(String callId, StepReport report) {
        JsonObject body =
                new JsonObject()
                        .put("request_id", "legacy-" + callId + "-" + report.number())
                        .put("call_id", callId)
                        .put("step", report.step().name().toLowerCase(Locale.ROOT))
                        .put("driver_id", report.driverId())
                        .put("event_time", report.time().toString());
        int status = put("general_dispatch", body).statusCode();
        return status < 300 || (status >= 400 && !TRY_AGAIN.contains(status));
    }

    @Override
    public GatewayAnswer reject(String callId, String driverId, String reasonCode) {
        JsonObject body =
                new JsonObject()
                        .put("call_id", callId)
                        .put("driver_id", driverId)
                        .put("reason_code", reasonCode);
        HttpResponse<String> response = put("reject", body);
        return new GatewayAnswer(response.statusCode(), response.body());
    }

    private HttpResponse<String> put(String path, JsonObject body) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(calls + path))
                        .header("authorization", bearer)
                        .header("accept", "application/json")
                        .header("content-type", "application/json")
                        .PUT(BodyPublishers.ofString(body.encode()));
        return remote.call(() -> http.send(REMOTE, request));
    }
}
