package dev.supporters.simulation.engine;

import dev.supporters.contract.Position;
import dev.supporters.simulation.engine.SimulatedSupporter.State;

import java.util.SplittableRandom;

/** Calls that a supporter has agreed to drive: to the customer, and home. */
final class SupporterDrives {

    private final NightState night;
    private final NightModel model;
    private final SupporterShifts shifts;

    SupporterDrives(NightState night, SupporterShifts shifts) {
        this.night = night;
        this.model = night.model;
        this.shifts = shifts;
    }

    void accept(SimulatedSupporter supporter, SimulatedCall call, double eta) {
        call.accept(eta);
        night.facts.revealed(supporter, call, night.now());
        double acceptable = NightModel.seconds(call.customer().acceptableEta());
        boolean cancels = call.customer().cancelsAnyway() || eta > acceptable;
        double patience =
                cancels
                        ? NightModel.seconds(call.customer().cancelAfter())
                        : acceptable * model.parameters().lateFactor();
        double cancelsAfter =
                night.cheating.makesCancel(supporter, call)
                        ? Math.min(patience, night.cheating.cancelsAfter(supporter, call))
                        : patience;
        night.events.schedule(night.now() + cancelsAfter, () -> cancel(supporter, call));
        if (supporter.call == call) {
            setOut(supporter);
        } else {
            supporter.nextAgreed = true;
        }
    }

    private void cancel(SimulatedSupporter supporter, SimulatedCall call) {
        if (call.state() == SimulatedCall.State.GIVEN) {
            call.become(SimulatedCall.State.CANCELLED, night.now());
            leave(supporter, call);
        }
    }

    /** The supporter has this call no longer. */
    void leave(SimulatedSupporter supporter, SimulatedCall call) {
        if (supporter.next == call) {
            supporter.next = null;
        } else {
            shifts.release(supporter);
        }
    }

    private void setOut(SimulatedSupporter supporter) {
        double now = night.now();
        SimulatedCall call = supporter.call;
        Position here = supporter.position(now);
        SplittableRandom random = model.draws("pickup", supporter.number(), call.number());
        double seconds = model.withoutCar(here, call.origin(), now, random);
        supporter.state = State.PICKING_UP;
        supporter.moving = false;
        supporter.leg = new TravelLeg(here, call.origin(), now, now + seconds);
        supporter.expectedFreeAt =
                now
                        + night.decisions.travelSeconds(here, call.origin(), now)
                        + model.expectedDrive(call.origin(), call.destination());
        int turn = ++supporter.turn;
        double early = night.cheating.arrivesAfter(supporter, call);
        if (early < 1) {
            night.events.schedule(
                    now + early * seconds,
                    () -> {
                        if (supporter.turn == turn) {
                            sayArrived(supporter);
                        }
                    });
        }
        night.events.schedule(
                now + seconds,
                () -> {
                    if (supporter.turn == turn) {
                        if (early == 1) {
                            sayArrived(supporter);
                        }
                        pickUp(supporter);
                    }
                });
    }

    private void sayArrived(SimulatedSupporter supporter) {
        night.facts.arrived(
                supporter, supporter.call, supporter.position(night.now()), night.now());
    }

    private void pickUp(SimulatedSupporter supporter) {
        double now = night.now();
        SimulatedCall call = supporter.call;
        call.become(SimulatedCall.State.DRIVING, now);
        supporter.state = State.DRIVING;
        supporter.pickedUpAt = now;
        supporter.expectedFreeAt = now + model.expectedDrive(call.origin(), call.destination());
        double seconds =
                model.drive(
                        call.origin(), call.destination(), model.draws("drive", 0, call.number()));
        night.events.schedule(
                now + seconds + night.cheating.completesLate(supporter, call),
                () -> complete(supporter));
    }

    private void complete(SimulatedSupporter supporter) {
        double now = night.now();
        supporter.call.become(SimulatedCall.State.COMPLETED, now);
        supporter.work.trip();
        night.facts.drove(supporter, supporter.call, supporter.pickedUpAt, now);
        supporter.leg = TravelLeg.standing(supporter.call.destination(), now);
        supporter.call = supporter.next;
        supporter.next = null;
        if (supporter.call == null) {
            shifts.release(supporter);
            shifts.walkBack(supporter);
        } else if (supporter.nextAgreed) {
            setOut(supporter);
        } else {
            supporter.state = State.COMMANDED;
        }
    }
}
