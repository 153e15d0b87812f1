package dev.supporters.policy.adapter.grpc;

import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.refusal.Require;
import dev.supporters.platform.rpc.GrpcResponder;
import dev.supporters.policy.comparison.PolicyComparisonService;
import dev.supporters.policy.experiment.ExperimentMessages;
import dev.supporters.policy.experiment.ExperimentService;
import dev.supporters.policy.experiment.RegionExperiments;
import dev.supporters.policy.revision.PolicyKey;
import dev.supporters.policy.revision.PolicyMessages;
import dev.supporters.policy.revision.PolicyRevision;
import dev.supporters.policy.revision.PolicyService;
import dev.supporters.proto.policy.v1.CompareRequest;
import dev.supporters.proto.policy.v1.CompareResponse;
import dev.supporters.proto.policy.v1.FieldChange;
import dev.supporters.proto.policy.v1.GetRequest;
import dev.supporters.proto.policy.v1.GetResponse;
import dev.supporters.proto.policy.v1.HistoryRequest;
import dev.supporters.proto.policy.v1.HistoryResponse;
import dev.supporters.proto.policy.v1.ListExperimentsRequest;
import dev.supporters.proto.policy.v1.ListExperimentsResponse;
import dev.supporters.proto.policy.v1.ListRequest;
import dev.supporters.proto.policy.v1.ListResponse;
import dev.supporters.proto.policy.v1.Policy;
import dev.supporters.proto.policy.v1.PutExperimentRequest;
import dev.supporters.proto.policy.v1.PutExperimentResponse;
import dev.supporters.proto.policy.v1.PutRequest;
import dev.supporters.proto.policy.v1.PutResponse;
import dev.supporters.proto.policy.v1.StopExperimentRequest;
import dev.supporters.proto.policy.v1.StopExperimentResponse;

import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Uni;

import org.jboss.logging.Logger;

import java.util.List;

/** The policies over gRPC. */
@GrpcService
class PolicyGrpc implements dev.supporters.proto.policy.v1.PolicyService {

    private static final Logger LOG = Logger.getLogger(PolicyGrpc.class);
    private static final int LIST_STANDARD = 100;
    private static final int LIST_MOST = 1000;
    private static final int HISTORY_STANDARD = 50;
    private static final int HISTORY_MOST = 500;

    private final PolicyService service;
    private final PolicyComparisonService comparison;
    private final ExperimentService experiments;
    private final GrpcResponder responder;

    PolicyGrpc(
            PolicyService service,
            PolicyComparisonService comparison,
            ExperimentService experiments,
            GrpcResponder responder) {
        this.service = service;
        this.comparison = comparison;
        this.experiments = experiments;
        this.responder = responder;
    }

    @Override
    public Uni<GetResponse> get(GetRequest request) {
        return responder.answer(() -> {
            PolicyRevision found =
                    service.get(new PolicyKey(request.getProduct(), request.getRegion()));
            return GetResponse.newBuilder().setPolicy(PolicyMessages.policy(found)).build();
        });
    }

    @Override
    public Uni<ListResponse> list(ListRequest request) {
        return responder.answer(() -> {
            int size = Require.pageSize(request.getPageSize(), LIST_STANDARD, LIST_MOST);
            PolicyService.Page page = service.list(request.getPageToken(), size);
            return ListResponse.newBuilder()
                    .addAllPolicies(policies(page))
                    .setNextPageToken(page.nextToken())
                    .build();
        });
    }

    @Override
    public Uni<PutResponse> put(PutRequest request) {
        return responder.answer(() -> {
            if (request.getValidateOnly()) {
                PolicyRevision possible = service.check(PolicyRequests.update(request));
                return PutResponse.newBuilder().setPolicy(PolicyMessages.policy(possible)).build();
            }
            PolicyRevision put = service.put(PolicyRequests.update(request));
            LOG.infof(
                    "policy put {key=%s, version=%d, rolloutPercent=%d, effectiveTime=%s}",
                    put.key().id(),
                    put.version(),
                    put.terms().rolloutPercent(),
                    put.effectiveTime().orElse(put.updateTime()));
            return PutResponse.newBuilder().setPolicy(PolicyMessages.policy(put)).build();
        });
    }

    @Override
    public Uni<HistoryResponse> history(HistoryRequest request) {
        return responder.answer(() -> {
            PolicyKey key = new PolicyKey(request.getProduct(), request.getRegion());
            int size = Require.pageSize(request.getPageSize(), HISTORY_STANDARD, HISTORY_MOST);
            PolicyService.Page page =
                    service.history(key, PolicyRequests.below(request.getPageToken()), size);
            return HistoryResponse.newBuilder()
                    .addAllPolicies(policies(page))
                    .setNextPageToken(page.nextToken())
                    .build();
        });
    }

    @Override
    public Uni<CompareResponse> compare(CompareRequest request) {
        return responder.answer(() -> {
            PolicyKey key = new PolicyKey(request.getProduct(), request.getRegion());
            List<FieldChange> changes =
                    switch (request.getToCase()) {
                        case TO_VERSION ->
                                comparison.changes(
                                        key, request.getFromVersion(), request.getToVersion());
                        case DRAFT ->
                                comparison.changes(
                                        request.getFromVersion(), PolicyRequests.draft(request));
                        case TO_NOT_SET ->
                                throw Refusal.invalid(
                                        "to_version", "nothing", "a version, or a draft");
                    };
            return CompareResponse.newBuilder().addAllChanges(changes).build();
        });
    }

    @Override
    public Uni<PutExperimentResponse> putExperiment(PutExperimentRequest request) {
        return responder.answer(() -> {
            RegionExperiments put = experiments.put(ExperimentRequests.update(request));
            LOG.infof(
                    "experiment put {key=%s, name=%s, control=%d, treatment=%d}",
                    put.key().id(),
                    request.getExperiment().getName(),
                    request.getExperiment().getControlVersion(),
                    request.getExperiment().getTreatmentVersion());
            return PutExperimentResponse.newBuilder()
                    .setExperiments(ExperimentMessages.region(put))
                    .build();
        });
    }

    @Override
    public Uni<ListExperimentsResponse> listExperiments(ListExperimentsRequest request) {
        return responder.answer(() -> {
            int size = Require.pageSize(request.getPageSize(), LIST_STANDARD, LIST_MOST);
            ExperimentService.Page page = experiments.list(request.getPageToken(), size);
            return ListExperimentsResponse.newBuilder()
                    .addAllRegions(page.regions().stream().map(ExperimentMessages::region).toList())
                    .setNextPageToken(page.nextToken())
                    .build();
        });
    }

    @Override
    public Uni<StopExperimentResponse> stopExperiment(StopExperimentRequest request) {
        return responder.answer(() -> {
            RegionExperiments left = experiments.stop(ExperimentRequests.stop(request));
            LOG.infof("experiment stopped {key=%s, name=%s}", left.key().id(), request.getName());
            return StopExperimentResponse.newBuilder()
                    .setExperiments(ExperimentMessages.region(left))
                    .build();
        });
    }

    private static List<Policy> policies(PolicyService.Page page) {
        return page.revisions().stream().map(PolicyMessages::policy).toList();
    }
}
