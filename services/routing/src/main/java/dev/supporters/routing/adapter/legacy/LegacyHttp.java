package dev.supporters.routing.adapter.legacy;

import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.rpc.Remote;
import dev.supporters.platform.rpc.Remotes;
import dev.supporters.proto.common.v1.ErrorReason;
import dev.supporters.routing.results.DispatchResult;
import dev.supporters.routing.results.LegacyAnswer;
import dev.supporters.routing.results.LegacySystem;

import io.vertx.core.json.JsonObject;

import jakarta.enterprise.context.ApplicationScoped;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;

/** The legacy system's REST API. */
@ApplicationScoped
class LegacyHttp implements LegacySystem {

    private final Remote remote;
    private final LegacyConfig config;
    private final URI results;
    private final HttpClient client;

    LegacyHttp(Remotes remotes, LegacyConfig config) {
        this.config = config;
        remote = remotes.named("legacy");
        results = URI.create(config.url() + "/api/v1/calls/dispatch_results.json");
        client = HttpClient.newBuilder().connectTimeout(remote.deadline()).build();
    }

    @Override
    public LegacyAnswer tell(DispatchResult result) {
        HttpRequest request =
                HttpRequest.newBuilder(results)
                        .timeout(remote.deadline())
                        .header("authorization", "Bearer " + config.token())
                        .header("content-type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(json(result)))
                        .build();
        return remote.call(() -> answer(status(request)));
    }

    private int status(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal(ErrorReason.ERROR_REASON_UNAVAILABLE, "interrupted", "an answer");
        }
    }

    private static LegacyAnswer answer(int status) {
        if (status / 100 == 2) {
            return LegacyAnswer.NOTED;
        }
        return switch (status) {
            case 409 -> LegacyAnswer.TAKEN;
            case 400, 422 ->
                    throw Refusal.invalid(
                            "dispatch result",
                            "status " + status,
                            "a result that legacy understands");
            default ->
                    throw new Refusal(
                            ErrorReason.ERROR_REASON_UNAVAILABLE,
                            "status " + status,
                            "status 200 or 409");
        };
    }

    private static String json(DispatchResult result) {
        return new JsonObject()
                .put("call_id", result.callId())
                .put("driver_id", result.driverId())
                .put("command_id", result.commandId())
                .put("accepted_at", result.acceptTime().toString())
                .encode();
    }
}
