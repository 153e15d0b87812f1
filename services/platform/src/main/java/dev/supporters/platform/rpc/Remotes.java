package dev.supporters.platform.rpc;

import io.micrometer.core.instrument.MeterRegistry;

import jakarta.enterprise.context.ApplicationScoped;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The remote parts that a service calls, by name. Each name has one bulkhead and one breaker in a process. */
@ApplicationScoped
public class Remotes {

    private final RemoteConfig config;
    private final MeterRegistry meters;
    private final Map<String, Remote> remotes = new ConcurrentHashMap<>();

    Remotes(RemoteConfig config, MeterRegistry meters) {
        this.config = config;
        this.meters = meters;
    }

    /** A part that is called; its bounds must stand in the configuration. */
    public Remote named(String name) {
        return remotes.computeIfAbsent(name, this::create);
    }

    private Remote create(String name) {
        RemoteConfig.Bounds bounds = config.byName().get(name);
        if (bounds == null) {
            throw new IllegalStateException(
                    "no bounds for the remote part "
                            + name
                            + " (expected: supporters.remote."
                            + name
                            + ".deadline)");
        }
        return new Remote(name, bounds, meters);
    }
}
