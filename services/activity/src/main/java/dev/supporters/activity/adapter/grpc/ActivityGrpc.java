package dev.supporters.activity.adapter.grpc;

import dev.supporters.activity.abuse.Signal;
import dev.supporters.activity.abuse.SignalProtoMapper;
import dev.supporters.activity.abuse.SignalRepository;
import dev.supporters.activity.abuse.SignalService;
import dev.supporters.activity.presence.PresenceMonitor;
import dev.supporters.activity.presence.Report;
import dev.supporters.activity.presence.ReportedPosition;
import dev.supporters.activity.timeline.TimelineEntry;
import dev.supporters.activity.timeline.TimelineRepository;
import dev.supporters.contract.CallId;
import dev.supporters.contract.DriverId;
import dev.supporters.contract.Position;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.refusal.Require;
import dev.supporters.platform.rpc.GrpcResponder;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.activity.v1.ActivityService;
import dev.supporters.proto.activity.v1.DecideSignalRequest;
import dev.supporters.proto.activity.v1.DecideSignalResponse;
import dev.supporters.proto.activity.v1.GetPositionRequest;
import dev.supporters.proto.activity.v1.GetPositionResponse;
import dev.supporters.proto.activity.v1.ListNoticesRequest;
import dev.supporters.proto.activity.v1.ListNoticesResponse;
import dev.supporters.proto.activity.v1.ListSignalsRequest;
import dev.supporters.proto.activity.v1.ListSignalsResponse;
import dev.supporters.proto.activity.v1.RejectedPosition;
import dev.supporters.proto.activity.v1.ReportRequest;
import dev.supporters.proto.activity.v1.ReportResponse;
import dev.supporters.proto.activity.v1.TimelineRequest;
import dev.supporters.proto.activity.v1.TimelineResponse;

import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Uni;

import org.jboss.logging.Logger;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Reports, timelines and signals of abuse over gRPC. */
@GrpcService
class ActivityGrpc implements ActivityService {

    private static final Logger LOG = Logger.getLogger(ActivityGrpc.class);
    private static final int STANDARD = 100;
    private static final int MOST = 1000;

    private final PresenceMonitor monitor;
    private final TimelineRepository timelines;
    private final SignalService signals;
    private final GrpcResponder responder;

    ActivityGrpc(
            PresenceMonitor monitor,
            TimelineRepository timelines,
            SignalService signals,
            GrpcResponder responder) {
        this.monitor = monitor;
        this.timelines = timelines;
        this.signals = signals;
        this.responder = responder;
    }

    @Override
    public Uni<ReportResponse> report(ReportRequest request) {
        return responder.answer(() -> {
            List<ReportedPosition> positions =
                    request.getPositionsList().stream().map(ActivityGrpc::position).toList();
            PresenceMonitor.Receipt receipt =
                    monitor.report(new DriverId(request.getDriverId()), positions);
            return ReportResponse.newBuilder()
                    .setTaken(receipt.taken())
                    .addAllRejected(
                            receipt.rejected().stream().map(ActivityGrpc::rejected).toList())
                    .build();
        });
    }

    @Override
    public Uni<GetPositionResponse> getPosition(GetPositionRequest request) {
        return responder.answer(() ->
                monitor.lastPlace(new DriverId(request.getDriverId()))
                        .map(fix ->
                                GetPositionResponse.newBuilder()
                                        .setLocation(fix.position().toProto())
                                        .setEventTime(Timestamps.of(fix.time()))
                                        .build())
                        .orElseGet(GetPositionResponse::getDefaultInstance));
    }

    @Override
    public Uni<TimelineResponse> timeline(TimelineRequest request) {
        return responder.answer(() -> {
            int size = Require.pageSize(request.getPageSize(), STANDARD, MOST);
            List<TimelineEntry> found =
                    timelines.after(
                            new DriverId(request.getDriverId()),
                            LocalDate.parse(request.getBusinessDate()),
                            request.getPageToken(),
                            size + 1);
            boolean last = found.size() <= size;
            List<TimelineEntry> page = last ? found : found.subList(0, size);
            return TimelineResponse.newBuilder()
                    .addAllEntries(page.stream().map(ActivityGrpc::message).toList())
                    .setNextPageToken(last ? "" : page.getLast().position())
                    .build();
        });
    }

    @Override
    public Uni<ListSignalsResponse> listSignals(ListSignalsRequest request) {
        return responder.answer(() -> {
            SignalService.Page page =
                    signals.list(
                            new SignalRepository.Filter(
                                    given(request.getDriverId()).map(DriverId::new),
                                    given(request.getBusinessDate()).map(LocalDate::parse),
                                    SignalProtoMapper.kind(request.getKind()),
                                    request.getUndecided()),
                            request.getPageToken(),
                            Require.pageSize(request.getPageSize(), STANDARD, MOST));
            return ListSignalsResponse.newBuilder()
                    .addAllSignals(page.signals().stream().map(SignalProtoMapper::toProto).toList())
                    .setNextPageToken(page.nextToken())
                    .build();
        });
    }

    @Override
    public Uni<DecideSignalResponse> decideSignal(DecideSignalRequest request) {
        return responder.answer(() -> {
            Signal signal =
                    signals.decide(
                            request.getRequestId(),
                            request.getSignalId(),
                            SignalProtoMapper.decision(request.getDecision())
                                    .orElseThrow(() ->
                                            Refusal.invalid(
                                                    "decision",
                                                    request.getDecision(),
                                                    "DISMISS, WARN, HOLD_PAY or SUSPEND")),
                            request.getReason(),
                            request.getDriverText(),
                            request.getActor());
            LOG.infof(
                    "signal decided signalId=%s requestId=%s decision=%s",
                    request.getSignalId(), request.getRequestId(), request.getDecision());
            return DecideSignalResponse.newBuilder()
                    .setSignal(SignalProtoMapper.toProto(signal))
                    .build();
        });
    }

    @Override
    public Uni<ListNoticesResponse> listNotices(ListNoticesRequest request) {
        return responder.answer(() -> {
            SignalService.Page page =
                    signals.told(
                            new DriverId(request.getDriverId()),
                            request.getPageToken(),
                            Require.pageSize(request.getPageSize(), STANDARD, MOST));
            return ListNoticesResponse.newBuilder()
                    .addAllNotices(page.signals().stream().map(SignalProtoMapper::notice).toList())
                    .setNextPageToken(page.nextToken())
                    .build();
        });
    }

    private static Optional<String> given(String text) {
        return Optional.of(text).filter(value -> !value.isEmpty());
    }

    private static ReportedPosition position(dev.supporters.proto.activity.v1.Position given) {
        return new ReportedPosition(
                Position.of(given.getLocation()), Timestamps.instant(given.getReportTime()));
    }

    private static RejectedPosition rejected(Report.Rejected rejected) {
        return RejectedPosition.newBuilder()
                .setIndex(rejected.index())
                .setProblem(rejected.problem())
                .build();
    }

    private static dev.supporters.proto.activity.v1.TimelineEntry message(TimelineEntry entry) {
        return dev.supporters.proto.activity.v1.TimelineEntry.newBuilder()
                .setEventTime(Timestamps.of(entry.time()))
                .setAction(entry.action())
                .setCallId(entry.callId().map(CallId::value).orElse(""))
                .build();
    }
}
