package dev.supporters.call.adapter.rest;

import dev.supporters.call.general.GeneralDispatcher;
import dev.supporters.call.life.Call;
import dev.supporters.contract.CallId;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.rpc.GuardedCall;
import dev.supporters.platform.rpc.GuardedCalls;
import dev.supporters.platform.rpc.GuardedHttp;
import dev.supporters.proto.common.v1.ErrorReason;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;

/** The legacy system over its REST API. */
@ApplicationScoped
class LegacyClient implements GeneralDispatcher {

    private final GuardedHttp http;
    private final GuardedCall remote;
    private final String calls;
    private final String bearer;

    LegacyClient(
            GuardedHttp http,
            GuardedCalls remotes,
            @ConfigProperty(name = "supporters.legacy.url") String url,
            @ConfigProperty(name = "supporters.legacy.token") String token) {
        this.http = http;
        remote = remotes.named("legacy");
        calls = url + "/api/v1/calls";
        bearer = "Bearer " + token;
    }

    @Override
    public void handOver(Call call) {
        HttpResponse<String> response = exchange("POST", ".json", LegacyCallBody.call(call));
        if (response.statusCode() == 400) {
            // sending the same again helps nobody: the event goes to the dead letters
            throw new IllegalStateException("legacy cannot read call " + call.id());
        }
        if (response.statusCode() >= 300) {
            throw unexpected(response);
        }
    }

    @Override
    public boolean knows(CallId callId) {
        HttpResponse<String> response = exchange("GET", "/" + callId + ".json", new JsonObject());
        return switch (response.statusCode()) {
            case 200 -> true;
            case 404 -> false;
            default -> throw unexpected(response);
        };
    }

    @Override
    public CancelOutcome cancel(CallId callId, String customerId) {
        HttpResponse<String> response =
                exchange(
                        "POST",
                        "/" + callId + "/cancel.json",
                        new JsonObject().put("customer_id", customerId));
        return switch (response.statusCode()) {
            case 200 -> CancelOutcome.CANCELLED;
            case 404 -> CancelOutcome.UNKNOWN;
            case 409 ->
                    "picked_up".equals(error(response))
                            ? CancelOutcome.PICKED_UP
                            : CancelOutcome.ENDED;
            default -> throw unexpected(response);
        };
    }

    private HttpResponse<String> exchange(String method, String path, JsonObject body) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(calls + path))
                        .header("authorization", bearer)
                        .header("accept", "application/json");
        if (method.equals("GET")) {
            request.GET();
        } else {
            request.header("content-type", "application/json")
                    .method(method, BodyPublishers.ofString(body.encode()));
        }
        return http.send(remote, request);
    }

    private static String error(HttpResponse<String> response) {
        try {
            return new JsonObject(response.body()).getString("error", "");
        } catch (DecodeException | ClassCastException e) {
            return "";
        }
    }

    private static Refusal unexpected(HttpResponse<String> response) {
        return new Refusal(
                ErrorReason.ERROR_REASON_UNAVAILABLE,
                "legacy answered " + response.statusCode(),
                "an answer of its contract");
    }
}
