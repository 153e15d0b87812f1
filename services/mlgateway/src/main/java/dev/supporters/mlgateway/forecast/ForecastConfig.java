package dev.supporters.mlgateway.forecast;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** What the forecast is made from. */
@ConfigMapping(prefix = "supporters.mlgateway.forecast")
public interface ForecastConfig {

    /** A file with the history of one region, or a folder of such files. Without it, only tonight's calls count. */
    Optional<Path> history();

    /** How often the files are looked at again, in real time. */
    @WithDefault("1m")
    Duration reloadEvery();

    /** How far back tonight's calls are read at the start; no less than a window lasts. */
    @WithDefault("12h")
    Duration lookBack();
}
