package dev.supporters.faults.scenario;

import dev.supporters.stand.ServiceSpec;
import dev.supporters.stand.StandConfig;
import dev.supporters.stand.proxy.FaultProxy;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** A proxy in front of the store and of each service, for the calls that services make. */
final class Proxies implements AutoCloseable {

    private final FaultProxy store;
    private final Map<String, FaultProxy> services = new HashMap<>();

    private Proxies(StandConfig config) {
        store = FaultProxy.to(config.ports().store());
        ServiceSpec.ALL.forEach(
                service -> services.put(service.name(), FaultProxy.to(config.ports().of(service))));
    }

    static Proxies before(StandConfig config) {
        return new Proxies(config);
    }

    /** The same stand, in which every service comes to the store and to the others through the proxies. */
    StandConfig lead(StandConfig config) {
        Map<String, String> variables = new HashMap<>();
        variables.put("QUARKUS_MONGODB_CONNECTION_STRING", "mongodb://127.0.0.1:" + store.port());
        services.forEach((name, proxy) ->
                variables.put(
                        "SUPPORTERS_" + name.toUpperCase(Locale.ROOT) + "_PORT",
                        String.valueOf(proxy.port())));
        variables.put("SUPPORTERS_LEGACY_URL", url(ServiceSpec.LEGACY));
        variables.put("SUPPORTERS_GATEWAY_URL", url(ServiceSpec.GATEWAY));
        StandConfig led = config;
        for (ServiceSpec service : ServiceSpec.ALL) {
            led = led.with(service, variables);
        }
        return led;
    }

    private String url(ServiceSpec service) {
        return "http://127.0.0.1:" + of(service).port();
    }

    FaultProxy store() {
        return store;
    }

    FaultProxy of(ServiceSpec service) {
        return services.get(service.name());
    }

    @Override
    public void close() {
        store.close();
        services.values().forEach(FaultProxy::close);
    }
}
