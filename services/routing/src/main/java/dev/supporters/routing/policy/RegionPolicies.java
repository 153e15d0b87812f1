package dev.supporters.routing.policy;

import dev.supporters.contract.PoliciesInForce;
import dev.supporters.contract.PolicyRegion;
import dev.supporters.contract.Position;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.events.policy.v1.ExperimentChanged;
import dev.supporters.proto.events.policy.v1.PolicyPut;
import dev.supporters.proto.policy.v1.Experiment;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The policy in force of each product and region, and the experiments that switch it, in memory. */
public final class RegionPolicies {

    private final PoliciesInForce<RegionPolicy> policies;
    private final Map<ExperimentKey, PolicyExperiment> experiments = new ConcurrentHashMap<>();
    private final Clock clock;

    private record ExperimentKey(Product product, String region, String name) {}

    public RegionPolicies(Clock clock) {
        this.clock = clock;
        policies = new PoliciesInForce<>(RegionPolicy::of, clock);
    }

    /** An older version than is here is passed over. */
    public void put(PolicyPut put) {
        policies.put(put);
    }

    /** Events of one experiment come in their order. */
    public void put(ExperimentChanged changed) {
        Experiment experiment = changed.getExperiment();
        ExperimentKey key =
                new ExperimentKey(
                        experiment.getProduct(), experiment.getRegion(), experiment.getName());
        if (experiment.hasStop()) {
            experiments.remove(key);
        } else {
            experiments.put(key, PolicyExperiment.of(changed));
        }
    }

    /** That of the smallest region that contains the place, or what an experiment has instead of it at this time. */
    public Optional<RegionPolicy> at(Product product, Position place) {
        return PolicyRegion.at(policies.all(), product, place).map(this::underExperiment);
    }

    private RegionPolicy underExperiment(RegionPolicy inForce) {
        if (experiments.isEmpty()) {
            return inForce;
        }
        Instant now = clock.instant();
        experiments.values().removeIf(experiment -> experiment.isOver(now));
        return experiments.values().stream()
                .sorted(Comparator.comparing(PolicyExperiment::putTime).reversed())
                .flatMap(experiment -> experiment.applied(inForce, now).stream())
                .findFirst()
                .orElse(inForce);
    }
}
