package dev.supporters.call.path;

import dev.supporters.call.life.Call;
import dev.supporters.platform.store.Versioned;

/** Decides which path a call takes: the service routing. */
public interface PathRouter {

    /**
     * Decides now.
     *
     * @throws dev.supporters.platform.refusal.Refusal when it fails or is late
     */
    PathDecision route(Versioned<Call> call);
}
