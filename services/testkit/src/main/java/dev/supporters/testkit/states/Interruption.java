package dev.supporters.testkit.states;

/**
 * Something that happens once in the middle of an operation: between its reading and its writing, or while it asks somebody. What an
 * operation works with passes a point at each of these places.
 */
public final class Interruption {

    private Runnable other = () -> {};
    private int left = -1;
    private int passed;
    private boolean happened;

    /** Happens at a point, the first of which is 0. */
    public void at(int point, Runnable what) {
        other = what;
        left = point;
    }

    /** The operation is where something else may happen. */
    public void point() {
        passed++;
        if (left-- == 0) { // less afterwards, so only once
            happened = true;
            other.run();
        }
    }

    /** Whether it has happened. */
    public boolean happened() {
        return happened;
    }

    /** How many points were passed. */
    public int passed() {
        return passed;
    }
}
