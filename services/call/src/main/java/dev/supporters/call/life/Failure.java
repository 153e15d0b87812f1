package dev.supporters.call.life;

/** Why nobody drives a call. */
public enum Failure {
    /** Its supporter refused, and the policy fails such calls. */
    REFUSED,
    /** General dispatch found nobody. */
    UNSERVED
}
