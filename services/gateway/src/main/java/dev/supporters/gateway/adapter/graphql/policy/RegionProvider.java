package dev.supporters.gateway.adapter.graphql.policy;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.github.benmanes.caffeine.cache.Ticker;

import dev.supporters.gateway.GatewayConfig;
import dev.supporters.gateway.adapter.graphql.common.ProtoMapper;
import dev.supporters.gateway.adapter.graphql.policy.PolicyPartTypes.CallPolicyView;
import dev.supporters.gateway.adapter.graphql.policy.RegionTypes.RegionView;
import dev.supporters.gateway.adapter.grpc.PolicyClient;
import dev.supporters.proto.policy.v1.ListRequest;
import dev.supporters.proto.policy.v1.Policy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/**
 * The regions as everybody may know them. Every app asks for them at its start, and they seldom change: they are read once for all who ask within
 * a while of real time. What fails is not kept.
 */
@ApplicationScoped
class RegionProvider {

    /** The most that policies are listed at once. */
    private static final int MOST = 1_000;

    private static final String ALL = "all";

    private final LoadingCache<String, List<RegionView>> read;

    @Inject
    RegionProvider(PolicyClient policies, GatewayConfig config) {
        this(
                () ->
                        policies.list(ListRequest.newBuilder().setPageSize(MOST).build())
                                .getPoliciesList(),
                config.regionsKeptFor(),
                Ticker.systemTicker());
    }

    RegionProvider(Supplier<List<Policy>> policies, Duration kept, Ticker ticker) {
        read =
                Caffeine.newBuilder()
                        .maximumSize(kept.isZero() ? 0 : 1)
                        .expireAfterWrite(kept)
                        .executor(Runnable::run)
                        .ticker(ticker)
                        .build(all -> policies.get().stream().map(RegionProvider::view).toList());
    }

    List<RegionView> regions() {
        return read.get(ALL);
    }

    private static RegionView view(Policy policy) {
        CallPolicyView calls = PolicyPartMapper.view(policy.getCalls());
        return new RegionView(
                ProtoMapper.product(policy.getProduct()),
                policy.getRegion(),
                PolicySchemaMapper.view(policy.getBounds()),
                policy.getTimeZone(),
                policy.getWindowBegin(),
                PolicySchemaMapper.windowMinutes(policy),
                policy.getHourlyWage().getCurrency(),
                calls.baseFare(),
                calls.farePerKm());
    }
}
