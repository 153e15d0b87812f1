package dev.supporters.settlement.reckoning;

/** Whole seconds of a work, counted from its begin: from the first on, before the second. */
record Span(long from, long before) {

    boolean holds(long second) {
        return second >= from && second < before;
    }
}
