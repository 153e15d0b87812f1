package dev.supporters.work.begin;

import static java.util.Objects.requireNonNull;

import dev.supporters.proto.common.v1.Product;
import dev.supporters.work.window.WorkWindow;

import java.util.List;

/** What of a policy a begin is judged by. */
public record WorkPolicy(
        Product product,
        String region,
        long version,
        Bounds bounds,
        WorkWindow window,
        List<AppRule> appRules,
        Pay pay) {

    public WorkPolicy {
        requireNonNull(product);
        requireNonNull(region);
        requireNonNull(bounds);
        requireNonNull(window);
        appRules = List.copyOf(appRules);
        requireNonNull(pay);
    }

    boolean allows(App app) {
        return appRules.isEmpty() || appRules.stream().anyMatch(rule -> rule.allows(app));
    }
}
