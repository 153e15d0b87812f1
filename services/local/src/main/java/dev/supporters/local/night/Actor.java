package dev.supporters.local.night;

/** Somebody who lives through the night on a thread of his own. */
interface Actor {

    String name();

    void play() throws InterruptedException;
}
