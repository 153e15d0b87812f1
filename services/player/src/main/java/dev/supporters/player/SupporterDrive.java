package dev.supporters.player;

import com.fasterxml.jackson.databind.JsonNode;

import dev.supporters.contract.Position;
import dev.supporters.player.client.GraphQlAnswer;
import dev.supporters.player.client.GraphQlOperation;
import dev.supporters.player.client.JsonNodes;
import dev.supporters.simulation.CommandAnswer;
import dev.supporters.simulation.SupporterBehaviour;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A supporter and the slot: from a command to the end of its drive, and where the supporter is meanwhile. */
final class SupporterDrive {

    private static final double REFUSES_AFTER = .4;

    private final NightSetup setup;
    private final SupporterApp app;
    private final SupporterBehaviour behaviour;
    private final LeakDetector leakDetector;
    private final SupporterCheating cheating;

    private Leg leg;
    private ObservedSlot slot = ObservedSlot.off();
    private PlannedAction planned = new PlannedAction.Nothing();
    private Optional<Position> destination = Optional.empty();

    SupporterDrive(
            NightSetup setup,
            SupporterApp app,
            SupporterBehaviour behaviour,
            LeakDetector leakDetector,
            SupporterCheating cheating,
            Position start) {
        this.setup = setup;
        this.app = app;
        this.behaviour = behaviour;
        this.leakDetector = leakDetector;
        this.cheating = cheating;
        this.leg = Leg.standing(start, setup.clock().now());
    }

    ObservedSlot slot() {
        return slot;
    }

    Leg leg() {
        return leg;
    }

    Instant due() {
        return planned.at();
    }

    void heard(String text, Instant now) {
        leakDetector.heard(text, now);
    }

    /** Takes the slot's newest state; older news changes nothing. */
    void take(ObservedSlot next, Instant now) throws InterruptedException {
        if (next.version() < slot.version()) {
            return;
        }
        ObservedSlot before = slot;
        slot = next;
        if (next.saysTheSameAs(before)) {
            return;
        }
        if (!next.commandId().equals(before.commandId())) {
            leakDetector.newCommand();
            cheating.commanded();
            destination = Optional.empty();
        }
        planned = new PlannedAction.Nothing();
        switch (next.state()) {
            case COMMANDED -> think(now);
            case ACCEPTED -> setOut(before, now);
            case ARRIVED -> {
                learnDestination();
                // who has said so too early is still on the way
                boolean onTheWay = leg.moving(now) && leg.to().equals(next.origin());
                leg = onTheWay ? leg : Leg.standing(next.origin(), now);
                planned =
                        new PlannedAction.PickUp(
                                (onTheWay ? leg.end() : now).plus(behaviour.boarding()));
            }
            case DRIVING -> drive(now);
            case FREE, PAUSED, OFF -> standFree(before, now);
        }
    }

    private void think(Instant now) throws InterruptedException {
        Duration left = Duration.between(now, slot.deadline());
        CommandAnswer honest = behaviour.answer(slot.eta());
        CommandAnswer answer =
                honest instanceof CommandAnswer.Refuse || !cheating.refuses()
                        ? honest
                        : new CommandAnswer.Refuse(REFUSES_AFTER, "OTHER");
        switch (answer) {
            case CommandAnswer.Accept accept ->
                    planned = new PlannedAction.Accept(now.plus(part(left, accept.afterShare())));
            case CommandAnswer.Refuse refuse ->
                    planned =
                            new PlannedAction.Refuse(
                                    now.plus(part(left, refuse.afterShare())), refuse.reason());
            case CommandAnswer.NoReply silence -> {
                if (behaviour.peeks()) {
                    learnDestination();
                }
            }
        }
    }

    private static Duration part(Duration whole, double share) {
        return Duration.ofMillis(Math.round(whole.toMillis() * share));
    }

    private void setOut(ObservedSlot before, Instant now) throws InterruptedException {
        learnDestination();
        Position here = leg.at(now);
        Duration way = behaviour.withoutCar(here, slot.origin(), now);
        // in a night that is continued only the system knows where the supporter was
        boolean continued = before.state() == ObservedSlot.State.OFF;
        leg =
                Leg.lasting(
                        here,
                        slot.origin(),
                        now,
                        continued && slot.eta().compareTo(way) < 0 ? slot.eta() : way);
        cheating.accepted(slot.callId(), now);
        Duration early = part(Duration.between(now, leg.end()), cheating.arrivesAfter());
        planned = new PlannedAction.Arrive(now.plus(early));
    }

    private void drive(Instant now) throws InterruptedException {
        learnDestination();
        if (destination.isEmpty()) {
            leg = Leg.standing(slot.origin(), now);
            planned = new PlannedAction.Complete(now.plus(setup.intervals().polls())); // asks again
            return;
        }
        Position goal = destination.get();
        leg = Leg.lasting(slot.origin(), goal, now, behaviour.byCar(slot.origin(), goal));
        planned = new PlannedAction.Complete(leg.end().plus(cheating.completesLate()));
    }

    private void standFree(ObservedSlot before, Instant now) {
        if (!before.engaged()) {
            if (before.state() == ObservedSlot.State.OFF
                    && slot.state() == ObservedSlot.State.FREE) {
                cheating.waits(leg.at(now), now).ifPresent(cold -> goTo(cold, now));
            }
            return;
        }
        Position here =
                before.state() == ObservedSlot.State.DRIVING
                        ? destination.orElse(before.origin())
                        : leg.at(now);
        leg = Leg.standing(here, now);
        boolean walksBack = behaviour.walksBack();
        Optional<Position> cold = cheating.waits(here, now);
        if (cold.isPresent()) {
            goTo(cold.get(), now);
        } else if (walksBack) {
            goTo(behaviour.hotSpot(here), now);
        }
    }

    /** Sets out for a place without a car; can be commanded on the way. */
    void goTo(Position goal, Instant now) {
        Position here = leg.at(now);
        leg = Leg.lasting(here, goal, now, behaviour.withoutCar(here, goal, now));
    }

    void act(Instant now) throws InterruptedException {
        PlannedAction due = planned;
        planned = new PlannedAction.Nothing();
        switch (due) {
            case PlannedAction.Nothing nothing -> {}
            case PlannedAction.Accept accept -> answered(app.accept(slot), accept);
            case PlannedAction.Refuse refuse -> answered(app.refuse(slot, refuse.reason()), refuse);
            case PlannedAction.Arrive arrive ->
                    stepped(GraphQlOperation.ARRIVE, ObservedSlot.State.ARRIVED, arrive);
            case PlannedAction.PickUp pickUp ->
                    stepped(GraphQlOperation.PICK_UP, ObservedSlot.State.DRIVING, pickUp);
            case PlannedAction.Complete complete -> {
                if (destination.isEmpty()) {
                    drive(now);
                } else {
                    stepped(GraphQlOperation.COMPLETE, ObservedSlot.State.FREE, complete);
                }
            }
        }
    }

    /** The slot's next state comes by subscription; an answer that came too late changes nothing. */
    private void answered(GraphQlAnswer answer, PlannedAction tried) throws InterruptedException {
        if (answer.refused()) {
            readAgain(tried);
        }
    }

    private void stepped(GraphQlOperation step, ObservedSlot.State next, PlannedAction tried)
            throws InterruptedException {
        GraphQlAnswer answer = app.step(step, slot);
        if (answer.refused()) {
            readAgain(tried);
            return;
        }
        take(slot.in(next), setup.clock().now());
    }

    /** The driver and the system disagree, or there was no answer: read the state, and continue from it. */
    private void readAgain(PlannedAction tried) throws InterruptedException {
        Instant now = setup.clock().now();
        GraphQlAnswer state = app.state();
        ObservedSlot read =
                state.refused() ? slot : ObservedSlot.of(state.data().path("engagement"), now);
        if (read.saysTheSameAs(slot)) {
            planned = again(tried, now.plus(setup.intervals().retry()));
        } else {
            take(read, now);
        }
    }

    private PlannedAction again(PlannedAction tried, Instant at) {
        return switch (tried) {
            case PlannedAction.Nothing nothing -> nothing;
            case PlannedAction.Accept accept -> new PlannedAction.Nothing(); // silence accepts
            case PlannedAction.Refuse refuse -> new PlannedAction.Nothing();
            case PlannedAction.Arrive arrive -> new PlannedAction.Arrive(at);
            case PlannedAction.PickUp pickUp -> new PlannedAction.PickUp(at);
            case PlannedAction.Complete complete -> new PlannedAction.Complete(at);
        };
    }

    private void learnDestination() throws InterruptedException {
        if (destination.isPresent()) {
            return;
        }
        GraphQlAnswer answer = app.destination(slot.callId());
        JsonNode call = answer.data().path("call");
        JsonNode shown = call.path("destination");
        if (shown.path("lat").isTextual()) {
            destination = Optional.of(JsonNodes.point(shown));
            leakDetector.revealed(slot.callId(), call, setup.clock().now());
        } else {
            leakDetector.heard(answer.text(), setup.clock().now());
        }
    }
}
