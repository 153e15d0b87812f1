package dev.supporters.platform.rpc;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Tells in the metrics which version of the service runs. */
@ApplicationScoped
public class BuildVersion {

    private final String version;

    BuildVersion(@ConfigProperty(name = "quarkus.application.version") String version) {
        this.version = version;
    }

    void tell(@Observes StartupEvent started, MeterRegistry meters) {
        Gauge.builder("supporters_version", () -> 1).tag("version", version).register(meters);
    }
}
