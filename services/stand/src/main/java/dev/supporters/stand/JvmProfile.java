package dev.supporters.stand;

/** What the services' JVMs are made for. */
public enum JvmProfile {
    /** For nights: thirteen processes that should be warm soon compile quickly, and once. */
    SOON_WARM(1),
    /** For measuring: compiles as a JVM does in production. */
    AS_IN_PRODUCTION(4);

    private final int compileLevel;

    JvmProfile(int compileLevel) {
        this.compileLevel = compileLevel;
    }

    int compileLevel() {
        return compileLevel;
    }
}
