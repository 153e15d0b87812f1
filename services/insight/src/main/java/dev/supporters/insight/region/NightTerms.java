package dev.supporters.insight.region;

import static java.util.Objects.requireNonNull;

import dev.supporters.contract.PolicyRegion;
import dev.supporters.contract.RegionBounds;
import dev.supporters.contract.WorkWindow;
import dev.supporters.contract.WorkWindow.OpenWindow;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.policy.v1.Policy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * The part of a policy that says to which night something belongs.
 *
 * @param policyVersion of the policy
 */
public record NightTerms(
        Product product, String region, RegionBounds bounds, WorkWindow window, long policyVersion)
        implements PolicyRegion {

    private static final int DATES_BEFORE = 3;

    public NightTerms {
        requireNonNull(product);
        requireNonNull(region);
        requireNonNull(bounds);
        requireNonNull(window);
    }

    /** The windows that began since an instant, and until now. */
    public List<OpenWindow> windows(Instant since, Instant now) {
        LocalDate today = now.atZone(window.zone()).toLocalDate();
        return today.minusDays(DATES_BEFORE)
                .datesUntil(today.plusDays(1))
                .map(window::of)
                .filter(open -> !open.begin().isBefore(since) && !open.begin().isAfter(now))
                .toList();
    }

    /** Refused: INVALID_ARGUMENT where bounds or window make no sense. */
    public static NightTerms of(Policy policy) {
        return new NightTerms(
                policy.getProduct(),
                policy.getRegion(),
                RegionBounds.of(policy.getBounds()),
                WorkWindow.of(policy),
                policy.getVersion());
    }
}
