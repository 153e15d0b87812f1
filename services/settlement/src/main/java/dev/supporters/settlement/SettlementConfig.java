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

    /** How long the pay of a shift may be held by a decision on a signal of abuse before operators are told. */
    @WithDefault("P14D")
    Duration holdReview();

    /** How long after the end of its window a business date is closed by itself, as far as nothing is in its way. */
    @WithDefault("PT30M")
    Duration closeDelay();

    /** How long after the end of its window a business date must be closed before operators are told. */
    @WithDefault("PT1H")
    Duration closeLimit();

    /** How long after a close a correction may wait for a later shift of the driver before operators are told. */
    @WithDefault("P30D")
    Duration correctionPatience();
}
