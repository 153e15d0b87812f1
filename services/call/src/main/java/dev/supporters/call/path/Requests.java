package dev.supporters.call.path;

import dev.supporters.call.life.Call;
import dev.supporters.call.life.CallRefusals;
import dev.supporters.call.life.Calls;
import dev.supporters.call.life.Order;
import dev.supporters.platform.store.Versioned;

import jakarta.enterprise.context.ApplicationScoped;

/** Takes customers' requests. */
@ApplicationScoped
public class Requests {

    private final Calls calls;
    private final PathFinder paths;

    public Requests(Calls calls, PathFinder paths) {
        this.calls = calls;
        this.paths = paths;
    }

    /** Stores the call first, then finds its path; asked the same again, goes on where it stands. */
    public Versioned<Call> request(Order order) {
        Versioned<Call> call = calls.create(Call.requested(order));
        if (!call.value().order().asksTheSameAs(order)) {
            throw CallRefusals.exists(order.callId());
        }
        return paths.find(call);
    }
}
