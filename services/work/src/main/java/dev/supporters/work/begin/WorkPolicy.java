package dev.supporters.work.begin;

import static java.util.Objects.requireNonNull;

import dev.supporters.contract.AppRule;
import dev.supporters.contract.Money;
import dev.supporters.contract.RegionBounds;
import dev.supporters.contract.WorkWindow;
import dev.supporters.proto.common.v1.Product;

import java.time.Duration;
import java.util.List;

/**
 * The part of a policy that shifts need.
 *
 * @param version with which the business date began: that of window, wage and paid rest
 * @param appRules empty if every app is allowed
 * @param hourlyWage what an hour is paid
 * @param restPaid whether rest is paid
 * @param zones whether a shift may begin in active zones only
 * @param overrunLimit how long after the window's end a drive may go on before operators are alerted
 */
public record WorkPolicy(
        Product product,
        String region,
        long version,
        RegionBounds bounds,
        WorkWindow window,
        List<AppRule> appRules,
        Money hourlyWage,
        boolean restPaid,
        boolean zones,
        Duration overrunLimit) {

    public WorkPolicy {
        requireNonNull(product);
        requireNonNull(region);
        requireNonNull(bounds);
        requireNonNull(window);
        appRules = List.copyOf(appRules);
        requireNonNull(hourlyWage);
        requireNonNull(overrunLimit);
    }

    boolean allows(AppRule.App app) {
        return appRules.isEmpty() || appRules.stream().anyMatch(rule -> rule.allows(app));
    }
}
