package dev.supporters.platform.rpc;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The remote parts that a service calls, by name. Each name has one bulkhead and one breaker in a process. */
@ApplicationScoped
public class GuardedCalls {

    private final GuardConfig config;
    private final MeterRegistry meters;
    private final Map<String, GuardedCall> remotes = new ConcurrentHashMap<>();

    GuardedCalls(GuardConfig config, MeterRegistry meters) {
        this.config = config;
        this.meters = meters;
    }

    /** All that stand in the configuration are there from the start, so that an alert sees the first call that one turns away. */
    void start(@Observes StartupEvent started) {
        config.byName().keySet().forEach(this::named);
    }

    /** A part that is called; its bounds must stand in the configuration. */
    public GuardedCall named(String name) {
        return remotes.computeIfAbsent(name, this::create);
    }

    private GuardedCall create(String name) {
        GuardConfig.Bounds bounds = config.byName().get(name);
        if (bounds == null) {
            throw new IllegalStateException(
                    "no bounds for the remote part "
                            + name
                            + " (expected: supporters.remote."
                            + name
                            + ".deadline)");
        }
        return new GuardedCall(name, bounds, meters);
    }
}
