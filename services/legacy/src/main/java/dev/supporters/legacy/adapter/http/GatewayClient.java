package dev.supporters.legacy.adapter.http;

import dev.supporters.legacy.LegacyConfig;
import dev.supporters.legacy.dispatch.Report;
import dev.supporters.legacy.report.Gateway;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.rpc.Remote;
import dev.supporters.platform.rpc.Remotes;
import dev.supporters.proto.common.v1.ErrorReason;

import io.vertx.core.json.JsonObject;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Shutdown;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.util.Locale;
import java.util.Set;

/** The gateway over its REST API. */
@ApplicationScoped
class GatewayClient implements Gateway {

    /** Answers after which the same may be answered otherwise: no valid token (yet), late, too early, too many. */
    private static final Set<Integer> TRY_AGAIN = Set.of(401, 403, 408, 425, 429);

    private final HttpClient http;
    private final Remote remote;
    private final String calls;
    private final String bearer;

    GatewayClient(
            Remotes remotes,
            LegacyConfig config,
            @ConfigProperty(name = "supporters.gateway.url") String url) {
        remote = remotes.named("gateway");
        calls = url + "/d/v1/calls/";
        bearer = "Bearer " + config.token();
        http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    }

    @Override
    public boolean tell(String callId, Report report) {
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
    public Answer reject(String callId, String driverId, String reasonCode) {
        JsonObject body =
                new JsonObject()
                        .put("call_id", callId)
                        .put("driver_id", driverId)
                        .put("reason_code", reasonCode);
        HttpResponse<String> response = put("reject", body);
        return new Answer(response.statusCode(), response.body());
    }

    private HttpResponse<String> put(String path, JsonObject body) {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(calls + path))
                        .timeout(remote.deadline())
                        .header("authorization", bearer)
                        .header("accept", "application/json")
                        .header("content-type", "application/json")
                        .PUT(BodyPublishers.ofString(body.encode()))
                        .build();
        return remote.call(() -> send(request));
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            if (response.statusCode() >= 500) {
                throw new Refusal(
                        ErrorReason.ERROR_REASON_UNAVAILABLE,
                        "the gateway answered " + response.statusCode(),
                        "an answer of its contract");
            }
            return response;
        } catch (HttpTimeoutException e) {
            throw new Refusal(
                    ErrorReason.ERROR_REASON_DEADLINE_EXCEEDED,
                    "the gateway has not answered",
                    "an answer within " + remote.deadline());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal(
                    ErrorReason.ERROR_REASON_UNAVAILABLE,
                    "interrupted",
                    "an answer of the gateway");
        }
    }

    void close(@Observes Shutdown shutdown) {
        http.shutdownNow();
    }
}
