package dev.supporters.gateway.adapter.grpc;

import dev.supporters.proto.activity.v1.ActivityServiceGrpc.ActivityServiceBlockingStub;
import dev.supporters.proto.activity.v1.DecideSignalRequest;
import dev.supporters.proto.activity.v1.ListNoticesRequest;
import dev.supporters.proto.activity.v1.ListNoticesResponse;
import dev.supporters.proto.activity.v1.ListSignalsRequest;
import dev.supporters.proto.activity.v1.ListSignalsResponse;
import dev.supporters.proto.activity.v1.ReportRequest;
import dev.supporters.proto.activity.v1.ReportResponse;
import dev.supporters.proto.activity.v1.Signal;
import dev.supporters.proto.activity.v1.TimelineRequest;
import dev.supporters.proto.activity.v1.TimelineResponse;

import io.quarkus.grpc.GrpcClient;

import jakarta.enterprise.context.ApplicationScoped;

/** The service `activity`. */
@ApplicationScoped
public class ActivityClient {

    private static final String REMOTE = "activity";

    private final ServiceInvoker invoker;
    private final ActivityServiceBlockingStub stub;

    ActivityClient(
            ServiceInvoker invoker, @GrpcClient("activity") ActivityServiceBlockingStub stub) {
        this.invoker = invoker;
        this.stub = stub;
    }

    public ReportResponse report(ReportRequest request) {
        return invoker.call(REMOTE, request, stub::report);
    }

    public TimelineResponse timeline(TimelineRequest request) {
        return invoker.call(REMOTE, request, stub::timeline);
    }

    public ListSignalsResponse signals(ListSignalsRequest request) {
        return invoker.call(REMOTE, request, stub::listSignals);
    }

    public ListNoticesResponse notices(ListNoticesRequest request) {
        return invoker.call(REMOTE, request, stub::listNotices);
    }

    public Signal decide(DecideSignalRequest request) {
        return invoker.call(REMOTE, request, stub::decideSignal).getSignal();
    }
}
