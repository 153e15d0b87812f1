package dev.supporters.gateway.adapter.grpc;

import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.policy.v1.CompareRequest;
import dev.supporters.proto.policy.v1.FieldChange;
import dev.supporters.proto.policy.v1.GetRequest;
import dev.supporters.proto.policy.v1.HistoryRequest;
import dev.supporters.proto.policy.v1.HistoryResponse;
import dev.supporters.proto.policy.v1.ListExperimentsRequest;
import dev.supporters.proto.policy.v1.ListExperimentsResponse;
import dev.supporters.proto.policy.v1.ListRequest;
import dev.supporters.proto.policy.v1.ListResponse;
import dev.supporters.proto.policy.v1.Policy;
import dev.supporters.proto.policy.v1.PolicyServiceGrpc.PolicyServiceBlockingStub;
import dev.supporters.proto.policy.v1.PutExperimentRequest;
import dev.supporters.proto.policy.v1.PutRequest;
import dev.supporters.proto.policy.v1.RegionExperiments;
import dev.supporters.proto.policy.v1.StopExperimentRequest;

import io.quarkus.grpc.GrpcClient;

import jakarta.enterprise.context.ApplicationScoped;

import java.util.List;

/** The service `policy`. */
@ApplicationScoped
public class PolicyClient {

    private static final String REMOTE = "policy";

    private final ServiceInvoker invoker;
    private final PolicyServiceBlockingStub stub;

    PolicyClient(ServiceInvoker invoker, @GrpcClient("policy") PolicyServiceBlockingStub stub) {
        this.invoker = invoker;
        this.stub = stub;
    }

    public Policy get(Product product, String region) {
        GetRequest request = GetRequest.newBuilder().setProduct(product).setRegion(region).build();
        return invoker.call(REMOTE, request, stub::get).getPolicy();
    }

    public ListResponse list(ListRequest request) {
        return invoker.call(REMOTE, request, stub::list);
    }

    public HistoryResponse history(HistoryRequest request) {
        return invoker.call(REMOTE, request, stub::history);
    }

    public List<FieldChange> compare(CompareRequest request) {
        return invoker.call(REMOTE, request, stub::compare).getChangesList();
    }

    public ListExperimentsResponse experiments(ListExperimentsRequest request) {
        return invoker.call(REMOTE, request, stub::listExperiments);
    }

    public RegionExperiments put(PutExperimentRequest request) {
        return invoker.call(REMOTE, request, stub::putExperiment).getExperiments();
    }

    public RegionExperiments stop(StopExperimentRequest request) {
        return invoker.call(REMOTE, request, stub::stopExperiment).getExperiments();
    }

    public Policy put(PutRequest request) {
        return invoker.call(REMOTE, request, stub::put).getPolicy();
    }
}
