package dev.supporters.routing.adapter.legacy;

import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.rpc.GuardedCall;
import dev.supporters.platform.rpc.GuardedCalls;
import dev.supporters.platform.rpc.GuardedHttp;
import dev.supporters.proto.common.v1.ErrorReason;
import dev.supporters.routing.results.DispatchResult;
import dev.supporters.routing.results.LegacyAnswer;
import dev.supporters.routing.results.LegacySystem;

import io.vertx.core.json.JsonObject;

import jakarta.enterprise.context.ApplicationScoped;

import java.net.URI;
import java.net.http.HttpRequest;

/** The legacy system's REST API. */
@ApplicationScoped
class LegacyHttp implements LegacySystem {

    private final GuardedHttp http;
    private final GuardedCall remote;
    private final LegacyConfig config;
    private final URI results;

    LegacyHttp(GuardedHttp http, GuardedCalls remotes, LegacyConfig config) {
        this.http = http;
        this.config = config;
        remote = remotes.named("legacy");
        results = URI.create(config.url() + "/api/v1/calls/dispatch_results.json");
    }

    @Override
    public LegacyAnswer tell(DispatchResult result) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(results)
                        .header("authorization", "Bearer " + config.token())
                        .header("content-type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(json(result)));
        return answer(http.send(remote, request).statusCode());
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
                .put("call_id", result.callId().value())
                .put("driver_id", result.driverId().value())
                .put("command_id", result.commandId())
                .put("accepted_at", result.acceptTime().toString())
                .encode();
    }
}
