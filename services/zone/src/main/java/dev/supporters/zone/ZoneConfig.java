package dev.supporters.zone;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The settings of the service. */
@ConfigMapping(prefix = "supporters.zone")
public interface ZoneConfig {

    /** The port of gRPC and HTTP. */
    @WithDefault("8114")
    int port();

    /** The function zone-refresh. */
    RefreshConfig refresh();

    /** Plans the zones of all regions. */
    interface RefreshConfig {

        /** Whether this process plans. */
        @WithDefault("true")
        boolean enabled();

        /** The time between two plans of a region. */
        @WithDefault("1m")
        Duration period();

        /** The pause between two looks whether a plan is due, in real time. */
        @WithDefault("1s")
        Duration every();

        /** How long before a window begins its region is planned for the first time. */
        @WithDefault("30m")
        Duration lead();

        /** How long a plan is valid if no newer one comes. */
        @WithDefault("5m")
        Duration valid();

        /** How long, in real time, a plan may be on its way. It is valid for so much longer. */
        @WithDefault("10s")
        Duration lag();

        /** How far back calls and shifts are read at the start. */
        @WithDefault("36h")
        Duration past();

        /** Files with the demand of past nights, or folders of them; without one for a region tonight's calls alone say where its demand is. */
        Optional<List<Path>> history();

        /** How often changed files are looked for, in real time. */
        @WithDefault("1m")
        Duration reloadEvery();
    }
}
