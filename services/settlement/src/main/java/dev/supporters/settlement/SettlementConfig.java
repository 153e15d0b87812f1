package dev.supporters.settlement;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What an installer may set. */
@ConfigMapping(prefix = "supporters.settlement")
public interface SettlementConfig {

    /** The port of gRPC and HTTP. */
    @WithDefault("8112")
    int port();
}
