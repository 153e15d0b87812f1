package dev.supporters.call.path;

import dev.supporters.call.life.Call;
import dev.supporters.contract.CallId;
import dev.supporters.platform.store.Versioned;

import java.util.List;
import java.util.Map;

/** Decides which path a call takes: the service routing. */
public interface PathRouter {

    /**
     * Decides now.
     *
     * @throws dev.supporters.platform.refusal.Refusal when it fails or is late
     */
    PathDecision route(Versioned<Call> call);

    /**
     * Decides about calls that are held, all together; those that are not in the answer go on waiting.
     *
     * @throws dev.supporters.platform.refusal.Refusal when it fails or is late
     */
    Map<CallId, PathDecision> routeHeld(List<Versioned<Call>> calls);
}
