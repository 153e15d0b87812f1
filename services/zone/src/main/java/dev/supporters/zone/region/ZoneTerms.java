package dev.supporters.zone.region;

import static java.util.Objects.requireNonNull;

import dev.supporters.contract.Money;
import dev.supporters.contract.PolicyRegion;
import dev.supporters.contract.RegionBounds;
import dev.supporters.contract.WorkWindow;
import dev.supporters.dispatch.zone.ZoneRules;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.policy.v1.Policy;
import dev.supporters.proto.policy.v1.ZonePolicy;

import java.time.Duration;
import java.util.Optional;

/**
 * The part of a policy that zones need.
 *
 * @param capacity supporters for each zone; 0 if there is no limit
 * @param maxWagePerCall the bound of the guaranteed wage for each expected call; empty if there is none
 */
public record ZoneTerms(
        ZoneKey key,
        long policyVersion,
        RegionBounds bounds,
        WorkWindow window,
        ZoneRules rules,
        int capacity,
        Money hourlyWage,
        Optional<Money> maxWagePerCall)
        implements PolicyRegion {

    public ZoneTerms {
        requireNonNull(key);
        requireNonNull(bounds);
        requireNonNull(window);
        requireNonNull(rules);
        requireNonNull(hourlyWage);
        requireNonNull(maxWagePerCall);
        maxWagePerCall.ifPresent(most -> {
            if (!most.currency().equals(hourlyWage.currency())) {
                throw Refusal.invalid(
                        "zones.max_wage_per_call.currency", most.currency(), hourlyWage.currency());
            }
        });
    }

    /** Refused: INVALID_ARGUMENT where bounds or window make no sense. */
    public static ZoneTerms of(Policy policy) {
        ZonePolicy zones = policy.getZones();
        return new ZoneTerms(
                new ZoneKey(policy.getProduct(), policy.getRegion()),
                policy.getVersion(),
                RegionBounds.of(policy.getBounds()),
                WorkWindow.of(policy),
                policy.hasZones() ? rules(zones) : ZoneRules.OFF,
                Math.max(0, zones.getCapacity()),
                Money.of(policy.getHourlyWage()),
                zones.hasMaxWagePerCall()
                        ? Optional.of(Money.of(zones.getMaxWagePerCall()))
                        : Optional.empty());
    }

    @Override
    public Product product() {
        return key.product();
    }

    @Override
    public String region() {
        return key.region();
    }

    private static ZoneRules rules(ZonePolicy zones) {
        // in milliseconds, as the store has times: a replay from the store comes to the same times
        Duration warning =
                Duration.ofMillis(Timestamps.duration(zones.getClosingWarning()).toMillis());
        return new ZoneRules(
                zones.getEnabled(),
                zones.getOpenDemand(),
                zones.getCloseDemand(),
                zones.getMinCells(),
                warning);
    }
}
