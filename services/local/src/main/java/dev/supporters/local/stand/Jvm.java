package dev.supporters.local.stand;

/** What the services' JVMs are made for. */
public enum Jvm {
    /** For nights: thirteen processes that shall be warm soon compile quickly, and once. */
    SOON_WARM(1),
    /** For measuring: compiles as a JVM does in production. */
    AS_IN_PRODUCTION(4);

    private final int compileLevel;

    Jvm(int compileLevel) {
        this.compileLevel = compileLevel;
    }

    int compileLevel() {
        return compileLevel;
    }
}
