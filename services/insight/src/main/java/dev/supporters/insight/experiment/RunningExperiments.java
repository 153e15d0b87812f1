package dev.supporters.insight.experiment;

import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.events.policy.v1.ExperimentChanged;
import dev.supporters.proto.policy.v1.Experiment;

import jakarta.enterprise.context.ApplicationScoped;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The experiments that were put and not stopped, in memory. */
@ApplicationScoped
public class RunningExperiments {

    private final Map<Key, RunningExperiment> experiments = new ConcurrentHashMap<>();

    private record Key(Product product, String region, String name) {}

    /** Events of one experiment come in their order. */
    public void put(ExperimentChanged changed) {
        Experiment experiment = changed.getExperiment();
        Key key = new Key(experiment.getProduct(), experiment.getRegion(), experiment.getName());
        if (experiment.hasStop()) {
            experiments.remove(key);
        } else {
            experiments.put(key, RunningExperiment.of(experiment));
        }
    }

    List<RunningExperiment> all() {
        return List.copyOf(experiments.values());
    }
}
