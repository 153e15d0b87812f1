package dev.supporters.platform.store;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithDefaults;
import io.smallrye.config.WithParentName;

import java.time.Duration;
import java.util.Map;

/** When ended aggregates leave their collection, by the collection's name. Only collections that declare an end, or an expiry, lose any. */
@ConfigMapping(prefix = "supporters.store.archive")
public interface ArchiveConfig {

    @WithParentName
    @WithDefaults
    Map<String, Periods> byCollection();

    /** Both begin with the end of the aggregate, by the platform's clock. */
    interface Periods {

        /** After this time it is moved to the archive. */
        @WithDefault("36h")
        Duration after();

        /** After this time it is deleted from the archive; where there is none, from the collection. */
        @WithDefault("400d")
        Duration retention();
    }
}
