package dev.supporters.call.path;

import dev.supporters.call.life.Call;
import dev.supporters.platform.store.Versioned;

/** The routing function. */
public interface Routing {

    /** Decides now; refuses if it failed or was late. */
    Decided route(Versioned<Call> call);
}
