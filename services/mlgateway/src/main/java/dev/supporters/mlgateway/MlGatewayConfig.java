package dev.supporters.mlgateway;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What an installer may set. */
@ConfigMapping(prefix = "supporters.mlgateway")
public interface MlGatewayConfig {

    /** The model that ranks when none, or one that is not here, is asked for. It must be here, or the service doesn't start. */
    @WithDefault("nearest@1")
    String defaultModel();
}
