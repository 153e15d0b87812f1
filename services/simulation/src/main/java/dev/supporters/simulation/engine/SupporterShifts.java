package dev.supporters.simulation.engine;

import dev.supporters.contract.Position;
import dev.supporters.simulation.CityGeometry;
import dev.supporters.simulation.Cluster;
import dev.supporters.simulation.RandomVariates;
import dev.supporters.simulation.engine.SimulatedSupporter.State;

import java.util.Optional;
import java.util.SplittableRandom;

/** What supporters do when they do not drive: they begin, wait, walk, rest and end. */
final class SupporterShifts {

    private static final double SELF_RETURN_KM = 3;
    private static final double LIGHT_SECONDS = 300;

    private final NightState night;
    private final NightModel model;

    SupporterShifts(NightState night) {
        this.night = night;
        this.model = night.model;
    }

    /** Who may not begin here goes to the nearest zone first, and looks again there. */
    void begin(SimulatedSupporter supporter) {
        Position here = supporter.position(night.now());
        Optional<Position> way = night.zones.flatMap(zones -> zones.way(here));
        if (way.isPresent()) {
            walk(
                    supporter,
                    way.get(),
                    model.draws("zone-walk", supporter.number(), supporter.spells++));
            if (supporter.leg.end() < model.windowEnd()) {
                night.events.schedule(supporter.leg.end(), () -> begin(supporter));
            }
            return;
        }
        supporter.state = State.IDLE;
        supporter.work.begin(night.now());
        playTheSystem(supporter);
        if (supporter.restsTonight) {
            night.events.schedule(
                    supporter.restDueAt,
                    () -> {
                        if (supporter.isIdle() && supporter.isRestDue(night.now())) {
                            rest(supporter);
                        }
                    });
        }
    }

    /** Free again, at the place of this moment. */
    void release(SimulatedSupporter supporter) {
        double now = night.now();
        supporter.leg = TravelLeg.standing(supporter.position(now), now);
        supporter.call = null;
        supporter.moving = false;
        supporter.state = State.IDLE;
        supporter.turn++;
        if (night.isOver()) {
            end(supporter);
        } else if (supporter.isRestDue(now)) {
            rest(supporter);
        } else {
            playTheSystem(supporter);
        }
    }

    /** What a cheater does who has begun to wait. */
    private void playTheSystem(SimulatedSupporter supporter) {
        if (night.cheating.goesToTheCold(supporter)) {
            walk(
                    supporter,
                    night.cheating.coldPlace(supporter),
                    model.draws("cheat-walk", supporter.number(), supporter.spells++));
        }
        if (!supporter.isDark(night.now()) && night.cheating.goesDark(supporter)) {
            goDark(supporter);
        }
    }

    private void goDark(SimulatedSupporter supporter) {
        double begin = night.now();
        supporter.darkUntil = begin + night.cheating.darkSeconds(supporter);
        night.events.schedule(
                supporter.darkUntil,
                () -> {
                    night.facts.dark(supporter, begin, night.now());
                    night.events.schedule(
                            night.now() + LIGHT_SECONDS,
                            () -> {
                                if (supporter.isIdle() && night.cheating.goesDark(supporter)) {
                                    goDark(supporter);
                                }
                            });
                });
    }

    void rest(SimulatedSupporter supporter) {
        double now = night.now();
        double end = Math.min(now + supporter.restSeconds, model.windowEnd());
        supporter.leg = TravelLeg.standing(supporter.position(now), now);
        supporter.moving = false;
        supporter.state = State.RESTING;
        supporter.restOpen = false;
        supporter.restDueAt = Double.POSITIVE_INFINITY;
        supporter.work.rest(end - now);
        night.events.schedule(end, () -> release(supporter));
    }

    /** Some go to a hot spot on their own when nothing else is asked of them. */
    void walkBack(SimulatedSupporter supporter) {
        SplittableRandom random = model.draws("spell", supporter.number(), supporter.spells++);
        if (supporter.isIdle()
                && RandomVariates.happens(random, model.parameters().walksBack())
                && !night.cheating.waitsInTheCold(supporter)) {
            Position here = supporter.position(night.now());
            Cluster spot =
                    RandomVariates.weighted(
                            random,
                            model.night().hotSpots(),
                            busy ->
                                    busy.weight()
                                            * Math.exp(
                                                    -CityGeometry.km(here, busy.center())
                                                            / SELF_RETURN_KM));
            Position goal = RandomVariates.of(random, spot);
            walk(supporter, model.night().region().nearest(goal), random);
        }
    }

    void walk(SimulatedSupporter supporter, Position goal, SplittableRandom random) {
        double now = night.now();
        Position here = supporter.position(now);
        supporter.leg =
                new TravelLeg(here, goal, now, now + model.withoutCar(here, goal, now, random));
    }

    void end(SimulatedSupporter supporter) {
        supporter.state = State.OFF;
        supporter.work.end(night.now());
    }
}
