package dev.supporters.policy.adapter.grpc;

import dev.supporters.contract.SwitchbackPlan;
import dev.supporters.policy.experiment.ExperimentStopRequest;
import dev.supporters.policy.experiment.ExperimentUpdate;
import dev.supporters.policy.revision.PolicyKey;
import dev.supporters.proto.policy.v1.Experiment;
import dev.supporters.proto.policy.v1.PutExperimentRequest;
import dev.supporters.proto.policy.v1.StopExperimentRequest;

/** Reads requests about experiments, whose fields are within the bounds of the proto. */
final class ExperimentRequests {

    private ExperimentRequests() {}

    /** Refused: INVALID_ARGUMENT where the times do not fit each other. */
    static ExperimentUpdate update(PutExperimentRequest request) {
        Experiment experiment = request.getExperiment();
        return new ExperimentUpdate(
                request.getRequestId(),
                new PolicyKey(experiment.getProduct(), experiment.getRegion()),
                SwitchbackPlan.of(experiment),
                experiment.getControlVersion(),
                experiment.getTreatmentVersion(),
                experiment.getNights(),
                experiment.getReason(),
                request.getExpectedVersion(),
                request.getActor());
    }

    static ExperimentStopRequest stop(StopExperimentRequest request) {
        return new ExperimentStopRequest(
                request.getRequestId(),
                new PolicyKey(request.getProduct(), request.getRegion()),
                request.getName(),
                request.getReason(),
                request.getActor());
    }
}
