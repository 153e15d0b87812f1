package dev.supporters.stand;

import java.time.Duration;

/** What the services' JVMs are made for. */
public enum JvmProfile {
    /** For nights: fifteen processes that should be warm soon compile quickly, and once, and use what others have recorded. */
    SOON_WARM(1, Duration.ofSeconds(12)),
    /** The same, and each JVM records its classes for those that come after it; that is written at its end, and takes time. */
    RECORDING(1, Duration.ofMinutes(5)),
    /** For measuring: compiles as a JVM does in production, and uses what others have recorded, as an image does. */
    AS_IN_PRODUCTION(4, Duration.ofSeconds(12));

    private final int compileLevel;
    private final Duration longestStop;

    JvmProfile(int compileLevel, Duration longestStop) {
        this.compileLevel = compileLevel;
        this.longestStop = longestStop;
    }

    int compileLevel() {
        return compileLevel;
    }

    /** After that a process that was asked to end is killed. */
    Duration longestStop() {
        return longestStop;
    }
}
