package dev.supporters.work.adapter.grpc;

import dev.supporters.contract.DriverId;
import dev.supporters.platform.rpc.GrpcResponder;
import dev.supporters.platform.store.Versioned;
import dev.supporters.proto.work.v1.BeginRequest;
import dev.supporters.proto.work.v1.BeginResponse;
import dev.supporters.proto.work.v1.EndByOperatorRequest;
import dev.supporters.proto.work.v1.EndByOperatorResponse;
import dev.supporters.proto.work.v1.EndRequest;
import dev.supporters.proto.work.v1.EndResponse;
import dev.supporters.proto.work.v1.GetStatusRequest;
import dev.supporters.proto.work.v1.GetStatusResponse;
import dev.supporters.proto.work.v1.RestRequest;
import dev.supporters.proto.work.v1.RestResponse;
import dev.supporters.proto.work.v1.ResumeRequest;
import dev.supporters.proto.work.v1.ResumeResponse;
import dev.supporters.proto.work.v1.WorkService;
import dev.supporters.work.begin.BeginService;
import dev.supporters.work.overrun.OperatorEndService;
import dev.supporters.work.shift.Shift;
import dev.supporters.work.shift.ShiftRepository;
import dev.supporters.work.shift.ShiftService;

import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Uni;

import org.jboss.logging.Logger;

/** Shifts over gRPC. */
@GrpcService
class WorkGrpc implements WorkService {

    private static final Logger LOG = Logger.getLogger(WorkGrpc.class);

    private final BeginService beginService;
    private final ShiftService shiftService;
    private final OperatorEndService operatorEndService;
    private final ShiftRepository shifts;
    private final BeginMetrics metrics;
    private final GrpcResponder responder;

    WorkGrpc(
            BeginService beginService,
            ShiftService shiftService,
            OperatorEndService operatorEndService,
            ShiftRepository shifts,
            BeginMetrics metrics,
            GrpcResponder responder) {
        this.beginService = beginService;
        this.shiftService = shiftService;
        this.operatorEndService = operatorEndService;
        this.shifts = shifts;
        this.metrics = metrics;
        this.responder = responder;
    }

    @Override
    public Uni<BeginResponse> begin(BeginRequest request) {
        return responder.answer(() -> {
            Versioned<Shift> begun =
                    metrics.counted(() -> beginService.begin(ShiftProtoMapper.beginOrder(request)));
            if (!begun.repeated()) {
                log("shift begun", begun);
            }
            return BeginResponse.newBuilder().setWork(ShiftProtoMapper.work(begun)).build();
        });
    }

    @Override
    public Uni<RestResponse> rest(RestRequest request) {
        return responder.answer(() -> {
            Versioned<Shift> resting =
                    shiftService.rest(
                            ShiftProtoMapper.shiftOrder(
                                    request.getRequestId(),
                                    request.getDriverId(),
                                    request.getProduct()));
            log("rest begun", resting);
            return RestResponse.newBuilder().setWork(ShiftProtoMapper.work(resting)).build();
        });
    }

    @Override
    public Uni<ResumeResponse> resume(ResumeRequest request) {
        return responder.answer(() -> {
            Versioned<Shift> resumed =
                    shiftService.resume(
                            ShiftProtoMapper.shiftOrder(
                                    request.getRequestId(),
                                    request.getDriverId(),
                                    request.getProduct()));
            log("rest over", resumed);
            return ResumeResponse.newBuilder().setWork(ShiftProtoMapper.work(resumed)).build();
        });
    }

    @Override
    public Uni<EndResponse> end(EndRequest request) {
        return responder.answer(() -> {
            Versioned<Shift> ended =
                    shiftService.end(
                            ShiftProtoMapper.shiftOrder(
                                    request.getRequestId(),
                                    request.getDriverId(),
                                    request.getProduct()));
            log("shift ended by its driver", ended);
            return EndResponse.newBuilder().setWork(ShiftProtoMapper.work(ended)).build();
        });
    }

    @Override
    public Uni<EndByOperatorResponse> endByOperator(EndByOperatorRequest request) {
        return responder.answer(() -> {
            Versioned<Shift> ended =
                    operatorEndService.end(ShiftProtoMapper.operatorEndOrder(request));
            if (!ended.repeated()) {
                log("shift ended by an operator", ended);
            }
            return EndByOperatorResponse.newBuilder().setWork(ShiftProtoMapper.work(ended)).build();
        });
    }

    @Override
    public Uni<GetStatusResponse> getStatus(GetStatusRequest request) {
        return responder.answer(() -> {
            GetStatusResponse.Builder response = GetStatusResponse.newBuilder();
            shifts.newest(new DriverId(request.getDriverId()), request.getProduct())
                    .ifPresent(newest -> response.setWork(ShiftProtoMapper.work(newest)));
            return response.build();
        });
    }

    private static void log(String message, Versioned<Shift> shift) {
        LOG.infof(
                "%s driverId=%s workId=%s",
                message, shift.value().details().driverId(), shift.id());
    }
}
