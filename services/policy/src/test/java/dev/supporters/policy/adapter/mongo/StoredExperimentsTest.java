package dev.supporters.policy.adapter.mongo;

import dev.supporters.contract.SwitchbackPlan;
import dev.supporters.platform.store.CollectionSpec;
import dev.supporters.policy.experiment.Experiment;
import dev.supporters.policy.experiment.RegionExperiments;
import dev.supporters.policy.revision.PolicyKey;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.testkit.StoredDocumentsContract;
import dev.supporters.testkit.TestClock;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class StoredExperimentsTest extends StoredDocumentsContract<RegionExperiments> {

    @Override
    protected CollectionSpec<RegionExperiments> spec() {
        return PolicyStores.EXPERIMENTS;
    }

    @Override
    protected Map<String, RegionExperiments> values() {
        Experiment planned =
                new Experiment(
                        new SwitchbackPlan(
                                "far",
                                LocalDate.of(2026, 11, 21),
                                Duration.ofMinutes(45),
                                Duration.ofMinutes(10)),
                        9,
                        8,
                        14,
                        "farther pickups",
                        "kim",
                        TestClock.FRIDAY_NIGHT,
                        Optional.empty());
        Experiment stopped =
                new Experiment(
                        new SwitchbackPlan(
                                "near",
                                LocalDate.of(2026, 10, 2),
                                Duration.ofMinutes(30),
                                Duration.ZERO),
                        7,
                        6,
                        21,
                        "nearer pickups",
                        "lee",
                        TestClock.FRIDAY_NIGHT.minus(Duration.ofDays(50)),
                        Optional.of(
                                new Experiment.Stop(
                                        TestClock.FRIDAY_NIGHT.minus(Duration.ofDays(40)),
                                        "guard",
                                        "it has lost")));
        return Map.of(
                "planned", region(1, List.of(planned)),
                "stopped", region(3, List.of(planned, stopped)));
    }

    private static RegionExperiments region(long version, List<Experiment> experiments) {
        return new RegionExperiments(
                new PolicyKey(Product.PRODUCT_DRIVER, "seoul"), version, experiments);
    }
}
