package dev.supporters.stand;

import java.util.Map;

/**
 * A function that runs in a process of its own, beside the one that serves, as a cluster runs it.
 *
 * @param name the process's, like "call-general"
 * @param service whose function it is
 * @param without environment variables of the serving process: it does not have the function
 * @param alone environment variables of the function's process: it has nothing else
 */
public record FunctionSpec(
        String name, ServiceSpec service, Map<String, String> without, Map<String, String> alone) {

    public FunctionSpec {
        without = Map.copyOf(without);
        alone = Map.copyOf(alone);
    }

    /** By which the stand stops and starts it. */
    public ServiceSpec process() {
        return new ServiceSpec(name, service.port(), service.heap());
    }
}
