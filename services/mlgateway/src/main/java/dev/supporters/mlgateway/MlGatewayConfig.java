package dev.supporters.mlgateway;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What an installer may set. */
@ConfigMapping(prefix = "supporters.mlgateway")
public interface MlGatewayConfig {

    /**
     * The model that ranks when none, or one that is not here, is asked for. Without a version, the newest that is here. A model that no
     * file can bring must be here, or the service doesn't start.
     */
    @WithDefault("nearest@1")
    String defaultModel();

    /** Models that are asked too, and whose choices are only recorded. */
    Optional<List<String>> shadowModels();

    /** The folder of the model files; without it there are none. */
    Optional<String> modelFolder();

    /** From one look at the folder to the next. */
    @WithDefault("10s")
    Duration modelFolderEvery();

    /** A model that has not ranked after this time is late. */
    @WithDefault("10ms")
    Duration rankWithin();

    /** The same for all calls of one request that ranks many. */
    @WithDefault("100ms")
    Duration rankManyWithin();

    /** What all shadow models together may take. */
    @WithDefault("2ms")
    Duration shadowsWithin();
}
