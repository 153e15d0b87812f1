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

    /** How long after the end of a shift its driver may dispute the statement. */
    @WithDefault("P30D")
    Duration disputePeriod();

    /** How long a dispute may wait for an answer before operators are told. */
    @WithDefault("P3D")
    Duration disputeAnswer();
}
