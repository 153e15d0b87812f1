package dev.supporters.gateway.adapter.grpc;

import dev.supporters.contract.DriverId;
import dev.supporters.contract.Position;
import dev.supporters.gateway.call.ListCallRules.LastPosition;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.activity.v1.ActivityServiceGrpc.ActivityServiceBlockingStub;
import dev.supporters.proto.activity.v1.DecideSignalRequest;
import dev.supporters.proto.activity.v1.GetPositionRequest;
import dev.supporters.proto.activity.v1.GetPositionResponse;
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

import java.util.Optional;

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

    /** Where a driver was last; empty if it is not known. */
    public Optional<LastPosition> lastPosition(DriverId driverId) {
        GetPositionResponse found =
                invoker.call(
                        REMOTE,
                        GetPositionRequest.newBuilder().setDriverId(driverId.value()).build(),
                        stub::getPosition);
        return found.hasLocation()
                ? Optional.of(
                        new LastPosition(
                                Position.of(found.getLocation()),
                                Timestamps.instant(found.getEventTime())))
                : Optional.empty();
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
