package dev.supporters.work.adapter.grpc;

import dev.supporters.platform.rpc.GrpcResponder;
import dev.supporters.platform.store.Versioned;
import dev.supporters.proto.work.v1.BeginRequest;
import dev.supporters.proto.work.v1.BeginResponse;
import dev.supporters.proto.work.v1.EndRequest;
import dev.supporters.proto.work.v1.EndResponse;
import dev.supporters.proto.work.v1.GetStatusRequest;
import dev.supporters.proto.work.v1.GetStatusResponse;
import dev.supporters.proto.work.v1.RestRequest;
import dev.supporters.proto.work.v1.RestResponse;
import dev.supporters.proto.work.v1.ResumeRequest;
import dev.supporters.proto.work.v1.ResumeResponse;
import dev.supporters.proto.work.v1.WorkService;
import dev.supporters.work.begin.Beginnings;
import dev.supporters.work.shift.Drivers;
import dev.supporters.work.shift.Ends;
import dev.supporters.work.shift.Rests;
import dev.supporters.work.shift.Shift;
import dev.supporters.work.shift.ShiftOrder;
import dev.supporters.work.shift.Shifts;
import dev.supporters.work.shift.WorkMessages;

import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Uni;

import org.jboss.logging.Logger;

/** The works over gRPC. */
@GrpcService
class WorkGrpc implements WorkService {

    private static final Logger LOG = Logger.getLogger(WorkGrpc.class);

    private final Beginnings beginnings;
    private final Rests rests;
    private final Ends ends;
    private final Shifts shifts;
    private final BeginCounter begins;
    private final GrpcResponder rpc;

    WorkGrpc(
            Beginnings beginnings,
            Rests rests,
            Ends ends,
            Shifts shifts,
            BeginCounter begins,
            GrpcResponder rpc) {
        this.beginnings = beginnings;
        this.rests = rests;
        this.ends = ends;
        this.shifts = shifts;
        this.begins = begins;
        this.rpc = rpc;
    }

    @Override
    public Uni<BeginResponse> begin(BeginRequest request) {
        return rpc.answer(() -> {
            Versioned<Shift> work =
                    begins.counted(() -> beginnings.begin(WorkRequests.begin(request)));
            if (!work.repeated()) {
                log("work begun", work);
            }
            return BeginResponse.newBuilder().setWork(WorkMessages.work(work)).build();
        });
    }

    @Override
    public Uni<RestResponse> rest(RestRequest request) {
        return rpc.answer(() -> {
            Versioned<Shift> work =
                    rests.rest(
                            new ShiftOrder(
                                    request.getRequestId(),
                                    request.getDriverId(),
                                    request.getProduct()));
            log("rest begun", work);
            return RestResponse.newBuilder().setWork(WorkMessages.work(work)).build();
        });
    }

    @Override
    public Uni<ResumeResponse> resume(ResumeRequest request) {
        return rpc.answer(() -> {
            Versioned<Shift> work =
                    rests.resume(
                            new ShiftOrder(
                                    request.getRequestId(),
                                    request.getDriverId(),
                                    request.getProduct()));
            log("rest over", work);
            return ResumeResponse.newBuilder().setWork(WorkMessages.work(work)).build();
        });
    }

    @Override
    public Uni<EndResponse> end(EndRequest request) {
        return rpc.answer(() -> {
            Versioned<Shift> work =
                    ends.end(
                            new ShiftOrder(
                                    request.getRequestId(),
                                    request.getDriverId(),
                                    request.getProduct()));
            log("work ended by its driver", work);
            return EndResponse.newBuilder().setWork(WorkMessages.work(work)).build();
        });
    }

    @Override
    public Uni<GetStatusResponse> getStatus(GetStatusRequest request) {
        return rpc.answer(() -> {
            GetStatusResponse.Builder response = GetStatusResponse.newBuilder();
            shifts.newest(
                            Drivers.requireId(request.getDriverId()),
                            Drivers.requireProduct(request.getProduct()))
                    .ifPresent(work -> response.setWork(WorkMessages.work(work)));
            return response.build();
        });
    }

    private static void log(String message, Versioned<Shift> work) {
        LOG.infof("%s driverId=%s workId=%s", message, work.value().frame().driverId(), work.id());
    }
}
