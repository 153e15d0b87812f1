package dev.supporters.call.general;

import dev.supporters.call.general.GeneralReport.Step;
import dev.supporters.call.life.Assignee.GeneralRide;
import dev.supporters.call.life.Assignee.Ride;
import dev.supporters.call.life.Call;
import dev.supporters.call.life.CallRefusals;
import dev.supporters.call.life.CallState;
import dev.supporters.call.life.CallState.Accepted;
import dev.supporters.call.life.CallState.Arrived;
import dev.supporters.call.life.CallState.Cancelled;
import dev.supporters.call.life.CallState.Canceller;
import dev.supporters.call.life.CallState.Completed;
import dev.supporters.call.life.CallState.Driving;
import dev.supporters.call.life.CallState.Failed;
import dev.supporters.call.life.CallState.Failure;
import dev.supporters.call.life.CallState.General;
import dev.supporters.call.life.DispatchReasons;
import dev.supporters.call.life.FollowUp.Kind;

import java.util.Optional;

/** What a call becomes by the reports of general dispatch. The legacy system sends them in order, each as often as it needs. */
final class GeneralRules {

    private GeneralRules() {}

    /**
     * Whether the call has to be taken from a supporter first: the legacy system is the arbiter between its drivers and accepted
     * supporters, so what it says a driver or the customer did there is valid.
     */
    static boolean contested(Call call, Step step) {
        boolean supporters = !call.commandId().isEmpty() && !call.state().ended();
        return supporters
                && !(call.state() instanceof Driving)
                && (step == Step.TAKEN || step == Step.CANCELLED);
    }

    /** What the call becomes; empty if the report says nothing new. Refused: CALL_ENDED. */
    static Optional<Call> apply(Call call, GeneralReport report) {
        return next(call, report).map(next -> told(next, report));
    }

    /** What the legacy system reports it knows already. */
    private static Call told(Call next, GeneralReport report) {
        return next.acknowledged(Kind.HAND_OVER, report.time())
                .acknowledged(Kind.TAKE_BACK, report.time());
    }

    private static Optional<Call> next(Call call, GeneralReport report) {
        return switch (call.state()) {
            case Completed s -> old(call, report);
            case Cancelled s -> old(call, report);
            case Failed s -> old(call, report);
            case CallState.Requested s ->
                    live(
                            call.general(DispatchReasons.CALL_UNAVAILABLE, report.time())
                                    .notClosed(report.time()),
                            report);
            case General s -> live(call, report);
            case CallState.Commanded s -> contest(call, report);
            case Accepted s ->
                    s.ride() instanceof GeneralRide ? live(call, report) : contest(call, report);
            case Arrived s ->
                    s.ride() instanceof GeneralRide ? live(call, report) : contest(call, report);
            case Driving s ->
                    s.ride() instanceof GeneralRide ? live(call, report) : Optional.empty();
        };
    }

    /** The supporter was freed before; the rest of a driver's steps on a call that isn't theirs are late. */
    private static Optional<Call> contest(Call call, GeneralReport report) {
        return contested(call, report.step())
                ? live(
                        call.withoutCommand(call.commandId())
                                .general(DispatchReasons.CALL_CLOSED, report.time()),
                        report)
                : Optional.empty();
    }

    private static Optional<Call> live(Call call, GeneralReport report) {
        if (late(call, report)) {
            return Optional.empty();
        }
        return switch (report.step()) {
            case TAKEN -> taken(call, report);
            case DROPPED -> dropped(call, report);
            case ARRIVED -> arrived(call, report);
            case PICKED_UP -> pickedUp(call, report);
            case COMPLETED ->
                    Optional.of(
                            call.becomes(
                                    new Completed(ride(call, report), report.time()),
                                    report.time()));
            case UNSERVED ->
                    call.state() instanceof General
                            ? Optional.of(call.failed(Failure.UNSERVED, report.time()))
                            : Optional.empty();
            case CANCELLED ->
                    call.state() instanceof Driving
                            ? Optional.empty()
                            : Optional.of(call.cancelled(Canceller.CUSTOMER, report.time()));
        };
    }

    /**
     * Whether it tells of a driver who no longer has the call. Only times of general dispatch are compared with each other, as its clock
     * is not ours.
     */
    private static boolean late(Call call, GeneralReport report) {
        if (call.state() instanceof General general) {
            return general.dropTime().filter(drop -> report.time().isBefore(drop)).isPresent();
        }
        return report.step().ofDriver()
                && call.state().assignee() instanceof GeneralRide ride
                && !ride.driverId().equals(report.driver())
                && report.time().isBefore(ride.dispatchTime());
    }

    private static Optional<Call> taken(Call call, GeneralReport report) {
        boolean known = call.state().assignee().driver().equals(report.driverId());
        return known || call.state() instanceof Driving
                ? Optional.empty()
                : Optional.of(
                        call.becomes(
                                new Accepted(new GeneralRide(report.driver(), report.time())),
                                report.time()));
    }

    private static Optional<Call> dropped(Call call, GeneralReport report) {
        boolean theirs = call.state().assignee().driver().equals(report.driverId());
        return theirs && !(call.state() instanceof Driving)
                ? Optional.of(call.becomes(new General(Optional.of(report.time())), report.time()))
                : Optional.empty();
    }

    private static Optional<Call> arrived(Call call, GeneralReport report) {
        boolean further = call.state() instanceof Arrived || call.state() instanceof Driving;
        return further
                ? Optional.empty()
                : Optional.of(call.becomes(new Arrived(ride(call, report)), report.time()));
    }

    private static Optional<Call> pickedUp(Call call, GeneralReport report) {
        return call.state() instanceof Driving
                ? Optional.empty()
                : Optional.of(call.becomes(new Driving(ride(call, report)), report.time()));
    }

    /** The driver who took it; without a report that says so, the driver has taken it now. */
    private static Ride ride(Call call, GeneralReport report) {
        return call.state().assignee() instanceof GeneralRide ride
                        && ride.driverId().equals(report.driver())
                ? ride
                : new GeneralRide(report.driver(), report.time());
    }

    private static Optional<Call> old(Call call, GeneralReport report) {
        boolean same =
                switch (call.state()) {
                    case Completed s ->
                            report.step().ofDriver()
                                    && s.ride() instanceof GeneralRide ride
                                    && ride.driverId().equals(report.driver());
                    case Cancelled s -> report.step() == Step.CANCELLED;
                    case Failed s -> report.step() == Step.UNSERVED && s.why() == Failure.UNSERVED;
                    case CallState.Requested s -> false;
                    case CallState.Commanded s -> false;
                    case General s -> false;
                    case Accepted s -> false;
                    case Arrived s -> false;
                    case Driving s -> false;
                };
        if (!same) {
            throw CallRefusals.ended(call);
        }
        return Optional.empty();
    }
}
