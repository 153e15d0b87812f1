package dev.supporters.gateway.adapter.graphql.experiment;

import dev.supporters.gateway.GatewayConfig;
import dev.supporters.gateway.adapter.graphql.common.ProtoMapper;
import dev.supporters.gateway.adapter.graphql.common.SchemaDescriptions;
import dev.supporters.gateway.adapter.graphql.experiment.ExperimentInputs.PutExperimentInput;
import dev.supporters.gateway.adapter.graphql.experiment.ExperimentInputs.StopExperimentInput;
import dev.supporters.gateway.adapter.graphql.experiment.ExperimentTypes.ExperimentPage;
import dev.supporters.gateway.adapter.graphql.experiment.ExperimentTypes.ExperimentPayload;
import dev.supporters.gateway.adapter.grpc.PolicyClient;
import dev.supporters.gateway.adapter.http.PrincipalProvider;
import dev.supporters.gateway.validation.InputChecks;
import dev.supporters.proto.policy.v1.ListExperimentsRequest;
import dev.supporters.proto.policy.v1.RegionExperiments;

import io.smallrye.common.annotation.RunOnVirtualThread;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;

/** Experiments that operators share. */
@GraphQLApi
@ApplicationScoped
@RunOnVirtualThread
public class ExperimentApi {

    private final PrincipalProvider principals;
    private final PolicyClient policies;
    private final GatewayConfig config;

    ExperimentApi(PrincipalProvider principals, PolicyClient policies, GatewayConfig config) {
        this.principals = principals;
        this.policies = policies;
        this.config = config;
    }

    @NonNull
    @Query("experiments")
    @Description("The experiments of every product and region. For operators.")
    public ExperimentPage experiments(
            @Description(SchemaDescriptions.FIRST) Integer first,
            @Description(SchemaDescriptions.AFTER) String after) {
        principals.operator();
        return ExperimentSchemaMapper.page(
                policies.experiments(
                        ListExperimentsRequest.newBuilder()
                                .setPageSize(InputChecks.pageSize(first, config.pageSize()))
                                .setPageToken(ProtoMapper.orEmpty(after))
                                .build()));
    }

    @NonNull
    @Mutation("putExperiment")
    @Description(
            "Puts an experiment. In its nights each call is decided by the version that it has at that time, and the record of the decision says which; as soon as another version of the policy is in force, the experiment changes nothing any more. For operators.")
    public ExperimentPayload putExperiment(
            @NonNull @Description("The experiment.") PutExperimentInput input) {
        RegionExperiments put =
                policies.put(ExperimentSchemaMapper.request(principals.operator(), input));
        return new ExperimentPayload(input.clientMutationId(), ExperimentSchemaMapper.view(put));
    }

    @NonNull
    @Mutation("stopExperiment")
    @Description(
            "Stops an experiment at once; one that was stopped before stays as it was. For operators.")
    public ExperimentPayload stopExperiment(
            @NonNull @Description("The experiment, and why.") StopExperimentInput input) {
        RegionExperiments left =
                policies.stop(ExperimentSchemaMapper.request(principals.operator(), input));
        return new ExperimentPayload(input.clientMutationId(), ExperimentSchemaMapper.view(left));
    }
}
