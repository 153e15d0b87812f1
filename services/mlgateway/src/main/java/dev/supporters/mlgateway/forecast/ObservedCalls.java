package dev.supporters.mlgateway.forecast;

import dev.supporters.contract.CallId;
import dev.supporters.contract.Position;
import dev.supporters.dispatch.forecast.DemandCells;
import dev.supporters.proto.common.v1.Product;

import jakarta.inject.Singleton;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** The calls of the last hours by where they began, in memory. Each call counts once, however often its event comes. */
@Singleton
public class ObservedCalls {

    private final DemandCells cells = new DemandCells();
    private final Map<CallId, Observed> calls = new ConcurrentHashMap<>();

    private record Observed(Product product, Position origin, long cell, Instant time) {}

    /** A call was requested. */
    public void requested(CallId callId, Product product, Position origin, Instant time) {
        calls.putIfAbsent(callId, new Observed(product, origin, cells.cell(origin), time));
    }

    /** The region's calls from an instant on, by the number of their cell. */
    public Map<Long, Integer> since(
            Instant begin, RegionalPolicy policy, RegionalPolicies policies) {
        Map<Long, Integer> byCell = new TreeMap<>();
        for (Observed call : calls.values()) {
            if (call.product() == policy.product()
                    && !call.time().isBefore(begin)
                    && policies.owns(policy, call.origin())) {
                byCell.merge(call.cell(), 1, Integer::sum);
            }
        }
        return byCell;
    }

    /** Forgets calls that were requested before an instant. */
    public void forget(Instant before) {
        calls.values().removeIf(call -> call.time().isBefore(before));
    }
}
