package dev.supporters.simulation.engine;

/** What one driver has done in a night: time at work without rests, and trips. */
public final class DriverWork {

    private double beganAt = Double.NaN;
    private double endedAt = Double.NaN;
    private double rested;
    private int trips;

    public void begin(double now) {
        beganAt = now;
    }

    public void rest(double seconds) {
        rested += seconds;
    }

    public void trip() {
        trips++;
    }

    public void end(double now) {
        endedAt = now;
    }

    public boolean worked() {
        return !Double.isNaN(beganAt) && !Double.isNaN(endedAt);
    }

    public double paidSeconds() {
        return worked() ? endedAt - beganAt - rested : 0;
    }

    public double restedSeconds() {
        return rested;
    }

    public double beganAt() {
        return beganAt;
    }

    public double endedAt() {
        return endedAt;
    }

    public int trips() {
        return trips;
    }
}
