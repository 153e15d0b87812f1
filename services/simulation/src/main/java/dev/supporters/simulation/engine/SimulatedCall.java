package dev.supporters.simulation.engine;

import dev.supporters.contract.CallId;
import dev.supporters.contract.Position;
import dev.supporters.simulation.CustomerPlan;

import java.util.BitSet;
import java.util.OptionalDouble;

/** One call of a simulated night. It ends exactly once. */
public final class SimulatedCall {

    /** What becomes of a call. */
    public enum State {
        WAITING,
        /** A driver is asked, or has agreed and is on the way. */
        GIVEN,
        DRIVING,
        COMPLETED,
        /** The customer did not want to wait for somebody any longer. */
        GAVE_UP,
        /** The customer cancelled, or the driver dropped the call, after it was accepted. */
        CANCELLED,
        /** The window ended. */
        UNSERVED;

        boolean isEnd() {
            return switch (this) {
                case WAITING, GIVEN, DRIVING -> false;
                case COMPLETED, GAVE_UP, CANCELLED, UNSERVED -> true;
            };
        }
    }

    private final CustomerPlan customer;
    private final CallId id;
    private final double requestedAt;
    private final BitSet refusedBy = new BitSet();
    private State state = State.WAITING;
    private boolean outsideZones;
    private boolean chained;
    private double eta = Double.NaN;
    private double givenAt = Double.NaN;
    private double drivenAt = Double.NaN;
    private double endedAt = Double.NaN;

    public SimulatedCall(CustomerPlan customer, double requestedAt) {
        this.customer = customer;
        this.requestedAt = requestedAt;
        this.id = new CallId(Integer.toString(customer.number()));
    }

    public CustomerPlan customer() {
        return customer;
    }

    public CallId id() {
        return id;
    }

    public int number() {
        return customer.number();
    }

    public Position origin() {
        return customer.call().origin();
    }

    public Position destination() {
        return customer.call().destination();
    }

    public double requestedAt() {
        return requestedAt;
    }

    public State state() {
        return state;
    }

    public boolean isWaiting() {
        return state == State.WAITING;
    }

    /** The seconds to the pickup that the customer was last told; not a number if no driver agreed. */
    public double eta() {
        return eta;
    }

    /** Whether it was no call for supporters because of the zones. */
    public boolean wasOutsideZones() {
        return outsideZones;
    }

    /** Whether a driver was asked who still drove. */
    public boolean wasChained() {
        return chained;
    }

    public boolean wasAccepted() {
        return !Double.isNaN(eta);
    }

    public double endedAt() {
        return endedAt;
    }

    /** The seconds from when a driver was last given until the customer was picked up; empty if nobody was. */
    public OptionalDouble pickup() {
        return Double.isNaN(drivenAt)
                ? OptionalDouble.empty()
                : OptionalDouble.of(drivenAt - givenAt);
    }

    boolean isRefusedBy(int driver) {
        return refusedBy.get(driver);
    }

    void refuse(int driver) {
        refusedBy.set(driver);
    }

    /** To general dispatch, because its customer waits outside of the zones. */
    void leave(double now) {
        outsideZones = true;
        become(State.UNSERVED, now);
    }

    void chain() {
        chained = true;
    }

    public void accept(double seconds) {
        eta = seconds;
    }

    public void become(State next, double now) {
        if (state.isEnd()) {
            throw new IllegalStateException(
                    "call " + id + ": " + state + " to " + next + " (expected: no second end)");
        }
        state = next;
        switch (next) {
            case GIVEN -> givenAt = now;
            case DRIVING -> drivenAt = now;
            case COMPLETED, GAVE_UP, CANCELLED, UNSERVED -> endedAt = now;
            case WAITING -> {}
        }
    }
}
