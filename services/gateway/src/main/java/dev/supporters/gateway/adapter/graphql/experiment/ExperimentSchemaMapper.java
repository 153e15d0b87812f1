package dev.supporters.gateway.adapter.graphql.experiment;

import dev.supporters.gateway.access.IdempotencyKeys;
import dev.supporters.gateway.access.Principal;
import dev.supporters.gateway.adapter.graphql.common.ProtoMapper;
import dev.supporters.gateway.adapter.graphql.experiment.ExperimentInputs.PutExperimentInput;
import dev.supporters.gateway.adapter.graphql.experiment.ExperimentInputs.StopExperimentInput;
import dev.supporters.gateway.adapter.graphql.experiment.ExperimentTypes.ExperimentPage;
import dev.supporters.gateway.adapter.graphql.experiment.ExperimentTypes.ExperimentStopView;
import dev.supporters.gateway.adapter.graphql.experiment.ExperimentTypes.ExperimentView;
import dev.supporters.gateway.adapter.graphql.experiment.ExperimentTypes.RegionExperimentsView;
import dev.supporters.gateway.validation.InputChecks;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.policy.v1.Experiment;
import dev.supporters.proto.policy.v1.ExperimentStop;
import dev.supporters.proto.policy.v1.ListExperimentsResponse;
import dev.supporters.proto.policy.v1.PutExperimentRequest;
import dev.supporters.proto.policy.v1.RegionExperiments;
import dev.supporters.proto.policy.v1.StopExperimentRequest;

/** Stored experiments between the protos and the schema. */
final class ExperimentSchemaMapper {

    private ExperimentSchemaMapper() {}

    static ExperimentPage page(ListExperimentsResponse response) {
        return new ExperimentPage(
                response.getRegionsList().stream().map(ExperimentSchemaMapper::view).toList(),
                ProtoMapper.pageInfo(response.getNextPageToken()));
    }

    static RegionExperimentsView view(RegionExperiments all) {
        return new RegionExperimentsView(
                ProtoMapper.product(all.getProduct()),
                all.getRegion(),
                all.getVersion(),
                all.getExperimentsList().stream().map(ExperimentSchemaMapper::view).toList());
    }

    private static ExperimentView view(Experiment experiment) {
        return new ExperimentView(
                experiment.getName(),
                experiment.getControlVersion(),
                experiment.getTreatmentVersion(),
                experiment.getIntervalMinutes(),
                experiment.getWashOutMinutes(),
                ProtoMapper.date(experiment.getFirstDate()),
                experiment.getNights(),
                experiment.getReason(),
                Timestamps.instant(experiment.getPutTime()),
                experiment.getPutBy(),
                experiment.hasStop() ? view(experiment.getStop()) : null);
    }

    private static ExperimentStopView view(ExperimentStop stop) {
        return new ExperimentStopView(
                Timestamps.instant(stop.getTime()), stop.getStoppedBy(), stop.getReason());
    }

    static PutExperimentRequest request(Principal principal, PutExperimentInput input) {
        return PutExperimentRequest.newBuilder()
                .setRequestId(
                        IdempotencyKeys.of("putExperiment", principal, input.clientMutationId()))
                .setExperiment(
                        Experiment.newBuilder()
                                .setProduct(ProtoMapper.product(input.product()))
                                .setRegion(input.region())
                                .setName(input.name())
                                .setControlVersion(
                                        InputChecks.fitting(
                                                input.controlVersion(), "controlVersion"))
                                .setTreatmentVersion(
                                        InputChecks.fitting(
                                                input.treatmentVersion(), "treatmentVersion"))
                                .setIntervalMinutes(input.intervalMinutes())
                                .setWashOutMinutes(input.washOutMinutes())
                                .setFirstDate(input.firstDate().toString())
                                .setNights(input.nights())
                                .setReason(input.reason()))
                .setExpectedVersion(InputChecks.fitting(input.expectedVersion(), "expectedVersion"))
                .setActor(principal.id())
                .build();
    }

    static StopExperimentRequest request(Principal principal, StopExperimentInput input) {
        return StopExperimentRequest.newBuilder()
                .setRequestId(
                        IdempotencyKeys.of("stopExperiment", principal, input.clientMutationId()))
                .setProduct(ProtoMapper.product(input.product()))
                .setRegion(input.region())
                .setName(input.name())
                .setReason(input.reason())
                .setActor(principal.id())
                .build();
    }
}
