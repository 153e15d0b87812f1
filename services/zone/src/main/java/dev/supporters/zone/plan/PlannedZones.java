package dev.supporters.zone.plan;

import static java.util.Objects.requireNonNull;

import dev.supporters.contract.ActiveZones.WageBound;
import dev.supporters.contract.Money;
import dev.supporters.dispatch.zone.ZoneInputs;
import dev.supporters.dispatch.zone.ZonePlan;
import dev.supporters.dispatch.zone.ZonePlanner;
import dev.supporters.zone.region.ZoneKey;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A plan with all that it was made from, so that it can be made again, and with the figures of its zones.
 *
 * @param policyVersion of the policy that gave the rules
 * @param expireTime until when the plan is valid if no newer one comes
 * @param wagePerCall forecast of the guaranteed wage per completed call in the whole region; empty before anybody has worked
 */
public record PlannedZones(
        ZoneKey key,
        long policyVersion,
        ZoneInputs inputs,
        ZonePlan plan,
        Instant expireTime,
        Optional<Money> wagePerCall,
        List<ZoneFigures> figures) {

    public PlannedZones {
        requireNonNull(key);
        requireNonNull(inputs);
        requireNonNull(plan);
        requireNonNull(expireTime);
        requireNonNull(wagePerCall);
        figures = List.copyOf(figures);
    }

    /** Whether the planner comes to the same plan from the recorded inputs. */
    boolean replays(ZonePlanner planner) {
        return planner.plan(inputs).equals(plan);
    }

    ZoneFigures figures(long zone) {
        return figures.stream()
                .filter(each -> each.zone() == zone)
                .findFirst()
                .orElse(ZoneFigures.none(zone));
    }

    /**
     * Who is in a zone, and what that costs.
     *
     * @param capacity 0 if there is no limit
     * @param occupancy supporters at work who began in the zone
     * @param wagePerCall forecast of the guaranteed wage per completed call; empty before anybody has worked
     * @param wageBound the policy's bound, and the forecast with one supporter more; empty if the policy has no bound
     */
    public record ZoneFigures(
            long zone,
            int capacity,
            int occupancy,
            Optional<Money> wagePerCall,
            Optional<WageBound> wageBound) {

        public ZoneFigures {
            requireNonNull(wagePerCall);
            requireNonNull(wageBound);
        }

        boolean overWageBound() {
            return wageBound.filter(WageBound::exceeded).isPresent();
        }

        private static ZoneFigures none(long zone) {
            return new ZoneFigures(zone, 0, 0, Optional.empty(), Optional.empty());
        }
    }
}
