package dev.supporters.simulation.engine;

import dev.supporters.contract.Position;
import dev.supporters.dispatch.abuse.DriverNight;
import dev.supporters.dispatch.forecast.DemandPlaces;
import dev.supporters.simulation.PlannedPause;
import dev.supporters.simulation.RandomVariates;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** Notes what a service would know of each supporter: the facts from which signals of abuse are found. Nothing depends on it. */
final class NightFacts {

    /** How often is noted where everybody is. */
    static final double EVERY_SECONDS = 60;

    private static final double METERS_PER_KM = 1_000;

    private final NightModel model;
    private final DemandPlaces places;
    private final List<DriverFacts> facts = new ArrayList<>();

    NightFacts(NightModel model, DemandPlaces places) {
        this.model = model;
        this.places = places;
        model.population().supporters().forEach(plan -> facts.add(new DriverFacts()));
    }

    void answered(SimulatedSupporter supporter, SimulatedCall call, double now, boolean refused) {
        of(supporter)
                .answers
                .add(
                        new DriverNight.Answer(
                                call.id(), cell(call.origin()), model.instant(now), refused));
    }

    /** The call was accepted, and ended before the pickup if it was cancelled. */
    void revealed(SimulatedSupporter supporter, SimulatedCall call, double accepted) {
        of(supporter).reveals.add(new SimulatedReveal(call, accepted));
    }

    void arrived(SimulatedSupporter supporter, SimulatedCall call, Position said, double now) {
        SplittableRandom random = model.draws("position", supporter.number(), call.number());
        boolean wrong = RandomVariates.happens(random, model.parameters().wrongPositions());
        double error =
                Math.abs(random.nextGaussian())
                        * (wrong ? METERS_PER_KM : model.parameters().positionMeters());
        of(supporter)
                .steps
                .add(
                        new DriverNight.Step(
                                call.id(),
                                cell(call.origin()),
                                model.instant(now),
                                said.metersTo(call.origin()) + error));
    }

    void drove(SimulatedSupporter supporter, SimulatedCall call, double begin, double end) {
        of(supporter)
                .drives
                .add(
                        new DriverNight.Drive(
                                call.id(),
                                cell(call.origin()),
                                model.instant(begin),
                                model.instant(end),
                                duration(model.expectedDrive(call.origin(), call.destination()))));
    }

    void answeredMove(SimulatedSupporter supporter, double now, boolean declined) {
        of(supporter)
                .moves
                .add(
                        new DriverNight.MoveAnswer(
                                cell(supporter.position(now)), model.instant(now), declined));
    }

    void dark(SimulatedSupporter supporter, double begin, double end) {
        of(supporter)
                .positionGaps
                .add(
                        new DriverNight.PositionGap(
                                cell(supporter.position(begin)),
                                model.instant(begin),
                                model.instant(end)));
    }

    /** Where everybody is now. */
    void locate(List<SimulatedSupporter> supporters, double now) {
        for (SimulatedSupporter supporter : supporters) {
            if (supporter.isAtWork()) {
                locate(supporter, now);
            }
        }
    }

    private void locate(SimulatedSupporter supporter, double now) {
        long cell = cell(supporter.position(now));
        DriverFacts known = of(supporter);
        known.atWork.add(
                new DriverNight.TimeAtWork(cell, model.instant(now), duration(EVERY_SECONDS)));
        boolean waits = supporter.isIdle() && !supporter.isDark(now);
        if (waits && known.waitsIn != cell) {
            known.endStay(model, now);
            known.waitsIn = cell;
            known.waitsSince = now;
        } else if (!waits) {
            known.endStay(model, now);
        }
    }

    List<DriverNight> nights(List<SimulatedSupporter> supporters) {
        return supporters.stream()
                .filter(supporter -> supporter.work.worked())
                .map(this::night)
                .toList();
    }

    private DriverNight night(SimulatedSupporter supporter) {
        DriverFacts known = of(supporter);
        known.endStay(model, model.windowEnd());
        double end = supporter.work.endedAt();
        for (PlannedPause loss : supporter.plan.networkLosses()) {
            double begin = model.seconds(loss.begin());
            if (begin < end) {
                dark(supporter, begin, Math.min(end, begin + NightModel.seconds(loss.length())));
            }
        }
        return new DriverNight(
                supporter.id,
                known.answers,
                known.reveals.stream().map(this::reveal).toList(),
                known.stays,
                known.moves,
                known.atWork,
                known.positionGaps,
                known.drives,
                known.steps);
    }

    private DriverNight.Reveal reveal(SimulatedReveal reveal) {
        SimulatedCall call = reveal.call();
        return new DriverNight.Reveal(
                call.id(),
                cell(call.origin()),
                model.instant(reveal.accepted()),
                call.state() == SimulatedCall.State.CANCELLED
                        ? Optional.of(duration(call.endedAt() - reveal.accepted()))
                        : Optional.empty());
    }

    private DriverFacts of(SimulatedSupporter supporter) {
        return facts.get(supporter.number());
    }

    long cell(Position position) {
        return places.cellOf(position);
    }

    private static Duration duration(double seconds) {
        return Duration.ofMillis(Math.round(seconds * 1_000));
    }

    private record SimulatedReveal(SimulatedCall call, double accepted) {}

    private static final class DriverFacts {

        private static final long NOWHERE = 0;

        private final List<DriverNight.Answer> answers = new ArrayList<>();
        private final List<SimulatedReveal> reveals = new ArrayList<>();
        private final List<DriverNight.Stay> stays = new ArrayList<>();
        private final List<DriverNight.MoveAnswer> moves = new ArrayList<>();
        private final List<DriverNight.TimeAtWork> atWork = new ArrayList<>();
        private final List<DriverNight.PositionGap> positionGaps = new ArrayList<>();
        private final List<DriverNight.Drive> drives = new ArrayList<>();
        private final List<DriverNight.Step> steps = new ArrayList<>();
        private long waitsIn = NOWHERE;
        private double waitsSince;

        private void endStay(NightModel model, double now) {
            if (waitsIn != NOWHERE) {
                stays.add(
                        new DriverNight.Stay(
                                waitsIn, model.instant(waitsSince), model.instant(now)));
                waitsIn = NOWHERE;
            }
        }
    }
}
