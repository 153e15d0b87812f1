package dev.supporters.insight.experiment;

import dev.supporters.contract.SwitchbackPlan;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.events.policy.v1.ExperimentChanged;
import dev.supporters.proto.policy.v1.Experiment;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The experiments that were put and not stopped, and when the others were, in memory. */
@ApplicationScoped
public class RunningExperiments {

    private final Map<Key, RunningExperiment> experiments = new ConcurrentHashMap<>();

    private final Map<Key, Stopped> stopped = new ConcurrentHashMap<>();

    private record Stopped(SwitchbackPlan plan, Instant time) {}

    private record Key(Product product, String region, String name) {}

    /** Events of one experiment come in their order. */
    public void put(ExperimentChanged changed) {
        Experiment experiment = changed.getExperiment();
        Key key = new Key(experiment.getProduct(), experiment.getRegion(), experiment.getName());
        RunningExperiment told = RunningExperiment.of(experiment);
        if (experiment.hasStop()) {
            Instant time = Timestamps.instant(experiment.getStop().getTime());
            stopped.put(key, new Stopped(told.plan(), time));
            experiments.remove(key);
        } else {
            stopped.remove(key);
            experiments.put(key, told);
        }
    }

    /** Empty if none with this plan was stopped. */
    Optional<Instant> stopTime(SwitchbackPlan plan, Product product, String region) {
        return Optional.ofNullable(stopped.get(new Key(product, region, plan.seed())))
                .filter(found -> found.plan().equals(plan))
                .map(Stopped::time);
    }

    List<RunningExperiment> all() {
        return List.copyOf(experiments.values());
    }
}
