package dev.supporters.call.life;

/** On which path a call finds its driver. */
public enum Path {
    UNDECIDED,
    SUPPORTERS,
    GENERAL
}
