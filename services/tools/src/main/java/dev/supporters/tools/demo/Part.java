package dev.supporters.tools.demo;

/** Something that the demo holds. */
interface Part {

    String name();

    /** Whether it serves; answered within {@link Health#PATIENCE}. */
    boolean serves();

    void close();
}
