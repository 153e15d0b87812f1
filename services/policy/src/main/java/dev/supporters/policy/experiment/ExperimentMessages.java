package dev.supporters.policy.experiment;

import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.policy.revision.PolicyKey;
import dev.supporters.proto.policy.v1.ExperimentStop;

/** Experiments as the interface registry has them. */
public final class ExperimentMessages {

    private ExperimentMessages() {}

    public static dev.supporters.proto.policy.v1.RegionExperiments region(RegionExperiments all) {
        return dev.supporters.proto.policy.v1.RegionExperiments.newBuilder()
                .setProduct(all.key().product())
                .setRegion(all.key().region())
                .setVersion(all.version())
                .addAllExperiments(
                        all.experiments().stream()
                                .map(each -> experiment(all.key(), each))
                                .toList())
                .build();
    }

    static dev.supporters.proto.policy.v1.Experiment experiment(
            PolicyKey key, Experiment experiment) {
        var message =
                dev.supporters.proto.policy.v1.Experiment.newBuilder()
                        .setProduct(key.product())
                        .setRegion(key.region())
                        .setName(experiment.name())
                        .setControlVersion(experiment.control())
                        .setTreatmentVersion(experiment.treatment())
                        .setIntervalMinutes((int) experiment.plan().interval().toMinutes())
                        .setWashOutMinutes((int) experiment.plan().washOut().toMinutes())
                        .setFirstDate(experiment.plan().firstDate().toString())
                        .setNights(experiment.nights())
                        .setReason(experiment.reason())
                        .setPutBy(experiment.putBy())
                        .setPutTime(Timestamps.of(experiment.putTime()));
        experiment
                .stop()
                .ifPresent(stop ->
                        message.setStop(
                                ExperimentStop.newBuilder()
                                        .setTime(Timestamps.of(stop.time()))
                                        .setStoppedBy(stop.by())
                                        .setReason(stop.reason())));
        return message.build();
    }
}
