package dev.supporters.driver;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import java.time.Duration;

/** What an installer may set. */
@ConfigMapping(prefix = "supporters.driver")
public interface DriverConfig {

    /** The port of gRPC and HTTP. */
    @WithDefault("8108")
    int port();

    /** How long an application may wait for a review before operators are told. */
    @WithDefault("P3D")
    Duration applicationReview();

    /** How long a driver has to answer what an operator asked; then the application ends. */
    @WithDefault("P14D")
    Duration applicationAnswer();

    /** How long a driver may be suspended because of a signal of abuse before operators are told. */
    @WithDefault("P14D")
    Duration suspensionReview();
}
