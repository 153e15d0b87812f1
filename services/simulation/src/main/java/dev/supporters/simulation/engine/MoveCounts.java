package dev.supporters.simulation.engine;

/** How many moves and rests were recommended in a night, and what became of them. */
public final class MoveCounts {

    private int proposed;
    private int declined;
    private int arrived;
    private int restAdvice;
    private int restsFollowed;

    void proposed() {
        proposed++;
    }

    void declined() {
        declined++;
    }

    void arrived() {
        arrived++;
    }

    void restAdvice() {
        restAdvice++;
    }

    void restFollowed() {
        restsFollowed++;
    }

    public int proposals() {
        return proposed;
    }

    public int refusals() {
        return declined;
    }

    public int arrivals() {
        return arrived;
    }

    public int restsAdvised() {
        return restAdvice;
    }

    public int restsTaken() {
        return restsFollowed;
    }
}
