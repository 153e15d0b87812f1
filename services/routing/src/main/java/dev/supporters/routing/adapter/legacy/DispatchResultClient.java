package dev.supporters.routing.adapter.legacy;

import dev.supporters.contract.legacy.LegacyApi;
import dev.supporters.platform.rpc.GuardedCall;
import dev.supporters.platform.rpc.GuardedCalls;
import dev.supporters.platform.rpc.HttpTransport;
import dev.supporters.routing.results.LegacySystem;
import dev.supporters.routing.results.LegacySystem.DispatchResult;
import dev.supporters.routing.results.LegacySystem.LegacyAnswer;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Reports dispatch results over the legacy system's REST API. */
@ApplicationScoped
class DispatchResultClient implements LegacySystem {

    private final LegacyApi api;
    private final GuardedCall remote;

    DispatchResultClient(
            HttpTransport http,
            GuardedCalls remotes,
            @ConfigProperty(name = "supporters.legacy.url", defaultValue = "http://127.0.0.1:8190")
                    String url,
            @ConfigProperty(name = "supporters.legacy.token") String token) {
        api = new LegacyApi(http, url, token);
        remote = remotes.named(LegacyApi.REMOTE);
    }

    @Override
    public LegacyAnswer tell(DispatchResult result) {
        boolean noted =
                remote.call(() ->
                        api.reportAcceptance(
                                result.callId(),
                                result.driverId(),
                                result.commandId(),
                                result.acceptTime()));
        return noted ? LegacyAnswer.NOTED : LegacyAnswer.TAKEN;
    }
}
