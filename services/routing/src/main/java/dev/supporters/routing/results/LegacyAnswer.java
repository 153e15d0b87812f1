package dev.supporters.routing.results;

/** What the legacy system says to a dispatch result. */
public enum LegacyAnswer {
    /** It has noted it, now or before. */
    NOTED,
    /** A commission driver has the call. */
    TAKEN
}
