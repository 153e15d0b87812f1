package dev.supporters.gateway.adapter.graphql.scalar;

import io.smallrye.graphql.spi.EventingService;

/** The library finds it as a service and makes it before it builds the schema: the time at which scalars can be registered. */
public final class ScalarProvider implements EventingService {

    public ScalarProvider() {
        ScalarTypes.register();
    }

    @Override
    public String getConfigKey() {
        return null; // always on
    }
}
