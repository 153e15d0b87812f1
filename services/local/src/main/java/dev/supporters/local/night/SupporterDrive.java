package dev.supporters.local.night;

import com.fasterxml.jackson.databind.JsonNode;

import dev.supporters.simulation.CommandAnswer;
import dev.supporters.simulation.Point;
import dev.supporters.simulation.SupporterMind;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A supporter and the slot: from a command to the end of its drive, and where the supporter is meanwhile. */
final class SupporterDrive {

    private final NightSetup setup;
    private final SupporterApp app;
    private final SupporterMind mind;
    private final Secret secret;

    private Way way;
    private Slot slot = Slot.off();
    private Deed deed = new Deed.Nothing();
    private Optional<Point> destination = Optional.empty();

    SupporterDrive(
            NightSetup setup, SupporterApp app, SupporterMind mind, Secret secret, Point start) {
        this.setup = setup;
        this.app = app;
        this.mind = mind;
        this.secret = secret;
        this.way = Way.standing(start, setup.clock().now());
    }

    Slot slot() {
        return slot;
    }

    Way way() {
        return way;
    }

    Instant due() {
        return deed.at();
    }

    void heard(String text, Instant now) {
        secret.heard(text, now);
    }

    /** Takes in how the slot stands now; older news is let be. */
    void take(Slot next, Instant now) throws InterruptedException {
        if (next.version() < slot.version()) {
            return;
        }
        Slot before = slot;
        slot = next;
        if (next.saysTheSameAs(before)) {
            return;
        }
        if (!next.commandId().equals(before.commandId())) {
            secret.newCommand();
            destination = Optional.empty();
        }
        deed = new Deed.Nothing();
        switch (next.state()) {
            case COMMANDED -> think(now);
            case ACCEPTED -> setOut(now);
            case ARRIVED -> {
                learnDestination();
                way = Way.standing(next.origin(), now);
                deed = new Deed.PickUp(now.plus(mind.boarding()));
            }
            case DRIVING -> drive(now);
            case FREE, PAUSED, OFF -> standFree(before, now);
        }
    }

    private void think(Instant now) throws InterruptedException {
        Duration left = Duration.between(now, slot.deadline());
        switch (mind.answer(slot.eta())) {
            case CommandAnswer.Accept accept ->
                    deed = new Deed.Accept(now.plus(part(left, accept.afterShare())));
            case CommandAnswer.Refuse refuse ->
                    deed =
                            new Deed.Refuse(
                                    now.plus(part(left, refuse.afterShare())), refuse.reason());
            case CommandAnswer.Silence silence -> {
                if (mind.peeks()) {
                    learnDestination();
                }
            }
        }
    }

    private static Duration part(Duration whole, double share) {
        return Duration.ofMillis(Math.round(whole.toMillis() * share));
    }

    private void setOut(Instant now) throws InterruptedException {
        learnDestination();
        Point here = way.at(now);
        way = Way.lasting(here, slot.origin(), now, mind.withoutCar(here, slot.origin(), now));
        deed = new Deed.Arrive(way.end());
    }

    private void drive(Instant now) throws InterruptedException {
        learnDestination();
        if (destination.isEmpty()) {
            way = Way.standing(slot.origin(), now);
            deed = new Deed.Complete(now.plus(setup.pace().polls())); // asks again
            return;
        }
        Point goal = destination.get();
        way = Way.lasting(slot.origin(), goal, now, mind.byCar(slot.origin(), goal));
        deed = new Deed.Complete(way.end());
    }

    private void standFree(Slot before, Instant now) {
        if (!before.engaged()) {
            return;
        }
        Point here =
                before.state() == Slot.State.DRIVING
                        ? destination.orElse(before.origin())
                        : way.at(now);
        way = Way.standing(here, now);
        if (mind.walksBack()) {
            goTo(mind.hotSpot(here), now);
        }
    }

    private void goTo(Point goal, Instant now) {
        Point here = way.at(now);
        way = Way.lasting(here, goal, now, mind.withoutCar(here, goal, now));
    }

    void act(Instant now) throws InterruptedException {
        Deed due = deed;
        deed = new Deed.Nothing();
        switch (due) {
            case Deed.Nothing nothing -> {}
            case Deed.Accept accept -> answered(app.accept(slot), accept);
            case Deed.Refuse refuse -> answered(app.refuse(slot, refuse.reason()), refuse);
            case Deed.Arrive arrive -> stepped(Operation.ARRIVE, Slot.State.ARRIVED, arrive);
            case Deed.PickUp pickUp -> stepped(Operation.PICK_UP, Slot.State.DRIVING, pickUp);
            case Deed.Complete complete -> {
                if (destination.isEmpty()) {
                    drive(now);
                } else {
                    stepped(Operation.COMPLETE, Slot.State.FREE, complete);
                }
            }
        }
    }

    /** The slot's next state comes by subscription; an answer that came too late changes nothing. */
    private void answered(GraphQlAnswer answer, Deed tried) throws InterruptedException {
        if (answer.refused()) {
            readAgain(tried);
        }
    }

    private void stepped(Operation step, Slot.State next, Deed tried) throws InterruptedException {
        GraphQlAnswer answer = app.step(step, slot);
        if (answer.refused()) {
            readAgain(tried);
            return;
        }
        take(slot.in(next), setup.clock().now());
    }

    /** The driver and the system disagree, or there was no answer: look how things are, and go on from there. */
    private void readAgain(Deed tried) throws InterruptedException {
        Instant now = setup.clock().now();
        GraphQlAnswer state = app.state();
        Slot read = state.refused() ? slot : Slot.of(state.data().path("engagement"), now);
        if (read.saysTheSameAs(slot)) {
            deed = again(tried, now.plus(setup.pace().retry()));
        } else {
            take(read, now);
        }
    }

    private Deed again(Deed tried, Instant at) {
        return switch (tried) {
            case Deed.Nothing nothing -> nothing;
            case Deed.Accept accept -> new Deed.Nothing(); // silence accepts
            case Deed.Refuse refuse -> new Deed.Nothing();
            case Deed.Arrive arrive -> new Deed.Arrive(at);
            case Deed.PickUp pickUp -> new Deed.PickUp(at);
            case Deed.Complete complete -> new Deed.Complete(at);
        };
    }

    private void learnDestination() throws InterruptedException {
        if (destination.isPresent()) {
            return;
        }
        JsonNode shown = app.destination(slot.callId()).data().path("call").path("destination");
        if (shown.path("lat").isTextual()) {
            destination = Optional.of(Json.point(shown));
            secret.revealed(slot.callId(), shown, setup.clock().now());
        }
    }

    /** Follows a move, or declines it. */
    void consider(JsonNode move, Instant now) throws InterruptedException {
        boolean proposed = move.path("state").asText("").equals("PROPOSED");
        if (!proposed || slot.state() != Slot.State.FREE) {
            return;
        }
        boolean follows = mind.followsMove();
        GraphQlAnswer answer = app.respondToMove(move.path("moveId").asText(), follows);
        if (follows && !answer.refused()) {
            goTo(Json.point(move.path("destinationInfo")), now);
        }
    }
}
