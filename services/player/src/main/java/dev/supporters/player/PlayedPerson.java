package dev.supporters.player;

/** Somebody who takes part in a night, on a thread of their own. */
interface PlayedPerson {

    String name();

    void play() throws InterruptedException;
}
