package dev.supporters.dispatch.move;

import dev.supporters.contract.DriverId;
import dev.supporters.contract.TravelWithoutCar;
import dev.supporters.dispatch.forecast.DemandForecast;
import dev.supporters.dispatch.forecast.DemandPlaces;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Plans the moves of one moment: one idle supporter after the other, in an order drawn by the tick's seed, is sent to the place where a
 * call for one more supporter is most probable, if that is more probable than where the supporter is.
 *
 * <p>The same tick gives the same plan, bit for bit. Instances do not change and may be used by several threads.
 */
public final class MovePlanner {

    private final DemandPlaces places;
    private final MoveSettings settings;
    private final RestAdvisor restAdvisor;
    private final TravelTable early;
    private final TravelTable late;

    public MovePlanner(
            DemandPlaces places,
            TravelWithoutCar travel,
            MoveSettings settings,
            RestAdvisor restAdvisor) {
        this.places = places;
        this.settings = settings;
        this.restAdvisor = restAdvisor;
        this.early = new TravelTable(travel, false);
        this.late = new TravelTable(travel, true);
    }

    /** For all calls that are expected. */
    public MovePlan plan(MoveTick tick) {
        return plan(tick, DemandReach.ALL);
    }

    /** For those calls that may come to supporters: others are no demand, and nobody is sent to a place outside of the zones. */
    public MovePlan plan(MoveTick tick, DemandReach reach) {
        double horizon = Math.min(settings.horizon().toSeconds(), tick.windowEnd() - tick.now());
        if (tick.supporters().isEmpty() || horizon <= 0) {
            return MovePlan.empty();
        }
        List<DriverId> advised = restAdvisor.advise(tick);
        DemandForecast forecast =
                DemandForecast.of(places, tick.now(), horizon, tick.observed(), reach::share);
        PlaceValues values =
                new PlaceValues(
                        places,
                        forecast,
                        reach,
                        settings,
                        tick.afterMidnight() ? late : early,
                        horizon);
        tick.supporters().stream().filter(this::counts).forEach(values::count);
        values.rank();
        List<MovePlan.Proposal> proposals = new ArrayList<>();
        for (MoveTick.SupporterAtWork supporter : movable(tick, new HashSet<>(advised))) {
            values.propose(supporter).ifPresent(proposals::add);
        }
        return new MovePlan(proposals, advised, 0);
    }

    private boolean counts(MoveTick.SupporterAtWork supporter) {
        return switch (supporter.state()) {
            case IDLE, RESTING -> true;
            case MOVING -> supporter.freeIn() <= settings.supplyWithin().toSeconds();
            case PICKING_UP, DRIVING ->
                    !supporter.chained()
                            && supporter.freeIn() <= settings.supplyWithin().toSeconds();
            case COMMANDED -> false;
        };
    }

    private List<MoveTick.SupporterAtWork> movable(MoveTick tick, Set<DriverId> advised) {
        record Keyed(long key, MoveTick.SupporterAtWork supporter) {}
        return tick.supporters().stream()
                .filter(supporter -> isMovable(supporter) && !advised.contains(supporter.driver()))
                .map(supporter ->
                        new Keyed(SupporterOrder.key(tick.seed(), supporter.driver()), supporter))
                .sorted((one, other) -> Long.compare(one.key(), other.key()))
                .map(Keyed::supporter)
                .toList();
    }

    private boolean isMovable(MoveTick.SupporterAtWork supporter) {
        return supporter.state() == MoveTick.State.IDLE
                && supporter.sinceMove() >= settings.minInterval().toSeconds()
                && supporter.sinceDecline() >= settings.afterDecline().toSeconds();
    }
}
