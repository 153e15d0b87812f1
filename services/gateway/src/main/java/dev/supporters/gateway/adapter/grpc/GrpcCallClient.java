package dev.supporters.gateway.adapter.grpc;

import dev.supporters.contract.CallId;
import dev.supporters.gateway.call.CallClient;
import dev.supporters.proto.call.v1.BatchGetRequest;
import dev.supporters.proto.call.v1.Call;
import dev.supporters.proto.call.v1.CallServiceGrpc.CallServiceBlockingStub;
import dev.supporters.proto.call.v1.CancelRequest;
import dev.supporters.proto.call.v1.EraseCustomerRequest;
import dev.supporters.proto.call.v1.EraseCustomerResponse;
import dev.supporters.proto.call.v1.GetRequest;
import dev.supporters.proto.call.v1.ListNearbyRequest;
import dev.supporters.proto.call.v1.ListNearbyResponse;
import dev.supporters.proto.call.v1.ListParkedRequest;
import dev.supporters.proto.call.v1.ListParkedResponse;
import dev.supporters.proto.call.v1.ListRequest;
import dev.supporters.proto.call.v1.ListResponse;
import dev.supporters.proto.call.v1.ReleaseRequest;
import dev.supporters.proto.call.v1.ReportGeneralRequest;
import dev.supporters.proto.call.v1.RequestRequest;

import io.quarkus.grpc.GrpcClient;

import jakarta.enterprise.context.ApplicationScoped;

import java.util.List;
import java.util.Set;

/** The service `call`. */
@ApplicationScoped
public class GrpcCallClient implements CallClient {

    /** Reads have limits of their own: lists that take long keep no customer from requesting a call. */
    public static final String READS = "call-reads";

    /** Erasing goes through all calls of a customer; it may take long, and fail, without keeping anybody from requesting a call. */
    public static final String ERASURE = "call-erasure";

    private static final String REMOTE = "call";

    private final ServiceInvoker invoker;
    private final CallServiceBlockingStub stub;

    GrpcCallClient(ServiceInvoker invoker, @GrpcClient("call") CallServiceBlockingStub stub) {
        this.invoker = invoker;
        this.stub = stub;
    }

    @Override
    public Call request(RequestRequest request) {
        return invoker.call(REMOTE, request, stub::request).getCall();
    }

    @Override
    public Call cancel(CancelRequest request) {
        return invoker.call(REMOTE, request, stub::cancel).getCall();
    }

    @Override
    public Call get(CallId callId) {
        GetRequest request = GetRequest.newBuilder().setCallId(callId.value()).build();
        return invoker.call(READS, request, stub::get).getCall();
    }

    @Override
    public List<Call> getAll(Set<CallId> callIds) {
        BatchGetRequest request =
                BatchGetRequest.newBuilder()
                        .addAllCallIds(callIds.stream().map(CallId::value).toList())
                        .build();
        return invoker.call(READS, request, stub::batchGet).getCallsList();
    }

    public ListResponse list(ListRequest request) {
        return invoker.call(READS, request, stub::list);
    }

    /** Open calls on general dispatch around a point, nearest first. */
    public ListNearbyResponse nearby(ListNearbyRequest request) {
        return invoker.call(READS, request, stub::listNearby);
    }

    /** Calls of which something was given up. */
    public ListParkedResponse parked(ListParkedRequest request) {
        return invoker.call(READS, request, stub::listParked);
    }

    /** Tells again what was given up about a call. */
    public Call release(ReleaseRequest request) {
        return invoker.call(REMOTE, request, stub::release).getCall();
    }

    public EraseCustomerResponse erase(EraseCustomerRequest request) {
        return invoker.call(ERASURE, request, stub::eraseCustomer);
    }

    /** What general dispatch did with a call. */
    public Call report(ReportGeneralRequest request) {
        return invoker.call(REMOTE, request, stub::reportGeneral).getCall();
    }
}
