package dev.supporters.settlement;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import java.time.Duration;

/** What an installer may set. */
@ConfigMapping(prefix = "supporters.settlement")
public interface SettlementConfig {

    /** The port of gRPC and HTTP. */
    @WithDefault("8112")
    int port();

    /** How often the ledgers of the last nights are calculated again from the archived events. */
    @WithDefault("PT6H")
    Duration proofPause();
}
