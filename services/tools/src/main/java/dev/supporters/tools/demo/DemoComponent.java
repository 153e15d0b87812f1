package dev.supporters.tools.demo;

/** A server that the demo runs, with a health probe. */
interface DemoComponent {

    String name();

    /** Whether it serves; answers within {@link HealthHandler#PROBE_TIMEOUT}. */
    boolean ready();

    void close();
}
