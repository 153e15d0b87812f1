package dev.supporters.insight.adapter.grpc;

import dev.supporters.insight.experiment.ExperimentStopper;
import dev.supporters.insight.experiment.RunningExperiment;
import dev.supporters.platform.rpc.GuardedCall;
import dev.supporters.platform.rpc.GuardedCalls;
import dev.supporters.proto.policy.v1.PolicyServiceGrpc.PolicyServiceBlockingStub;
import dev.supporters.proto.policy.v1.StopExperimentRequest;

import io.quarkus.grpc.GrpcClient;

import jakarta.enterprise.context.ApplicationScoped;

/** Asks policy to stop an experiment. */
@ApplicationScoped
class ExperimentStopClient implements ExperimentStopper {

    private static final String ACTOR = "guard";

    private final PolicyServiceBlockingStub policies;
    private final GuardedCall policy;

    ExperimentStopClient(
            @GrpcClient("policy") PolicyServiceBlockingStub policies, GuardedCalls calls) {
        this.policies = policies;
        policy = calls.named("policy");
    }

    @Override
    public void stop(RunningExperiment experiment, String reason) {
        StopExperimentRequest request =
                StopExperimentRequest.newBuilder()
                        .setRequestId(ACTOR + "/" + experiment.plan().firstDate())
                        .setProduct(experiment.product())
                        .setRegion(experiment.region())
                        .setName(experiment.plan().seed())
                        .setReason(reason)
                        .setActor(ACTOR)
                        .build();
        policy.call(() -> policies.stopExperiment(request));
    }
}
