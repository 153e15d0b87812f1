package dev.supporters.call.adapter.grpc;

import dev.supporters.call.cancel.CancellationService;
import dev.supporters.call.erasure.Erasure;
import dev.supporters.call.erasure.ErasureService;
import dev.supporters.call.followup.FollowUpService;
import dev.supporters.call.general.GeneralReportService;
import dev.supporters.call.life.Assignee.Command;
import dev.supporters.call.life.Call;
import dev.supporters.call.life.CallPage;
import dev.supporters.call.life.CallProtoMapper;
import dev.supporters.call.life.CallQueryService;
import dev.supporters.call.life.CallRefusals;
import dev.supporters.call.path.CallRequestService;
import dev.supporters.contract.CallId;
import dev.supporters.contract.DriverId;
import dev.supporters.platform.refusal.Require;
import dev.supporters.platform.request.EndUser;
import dev.supporters.platform.rpc.GrpcResponder;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.platform.store.Versioned;
import dev.supporters.proto.call.v1.BatchGetRequest;
import dev.supporters.proto.call.v1.BatchGetResponse;
import dev.supporters.proto.call.v1.CallService;
import dev.supporters.proto.call.v1.CancelRequest;
import dev.supporters.proto.call.v1.CancelResponse;
import dev.supporters.proto.call.v1.ConfirmRequest;
import dev.supporters.proto.call.v1.ConfirmResponse;
import dev.supporters.proto.call.v1.EraseCustomerRequest;
import dev.supporters.proto.call.v1.EraseCustomerResponse;
import dev.supporters.proto.call.v1.GetRequest;
import dev.supporters.proto.call.v1.GetResponse;
import dev.supporters.proto.call.v1.ListNearbyRequest;
import dev.supporters.proto.call.v1.ListNearbyResponse;
import dev.supporters.proto.call.v1.ListParkedRequest;
import dev.supporters.proto.call.v1.ListParkedResponse;
import dev.supporters.proto.call.v1.ListRequest;
import dev.supporters.proto.call.v1.ListResponse;
import dev.supporters.proto.call.v1.ReleaseRequest;
import dev.supporters.proto.call.v1.ReleaseResponse;
import dev.supporters.proto.call.v1.ReportGeneralRequest;
import dev.supporters.proto.call.v1.ReportGeneralResponse;
import dev.supporters.proto.call.v1.RequestRequest;
import dev.supporters.proto.call.v1.RequestResponse;

import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Uni;

import java.time.Clock;
import java.util.List;
import java.util.Set;

/** The calls over gRPC. */
@GrpcService
class CallGrpc implements CallService {

    private static final int PAGE_STANDARD = 50;
    private static final int PAGE_MOST = 1000;

    private final CallRequestService requests;
    private final CancellationService cancellations;
    private final GeneralReportService reports;
    private final CallQueryService queries;
    private final FollowUpService followUps;
    private final ErasureService erasures;
    private final Clock clock;
    private final GrpcResponder responder;

    CallGrpc(
            CallRequestService requests,
            CancellationService cancellations,
            GeneralReportService reports,
            CallQueryService queries,
            FollowUpService followUps,
            ErasureService erasures,
            Clock clock,
            GrpcResponder responder) {
        this.requests = requests;
        this.cancellations = cancellations;
        this.reports = reports;
        this.queries = queries;
        this.followUps = followUps;
        this.erasures = erasures;
        this.clock = clock;
        this.responder = responder;
    }

    @Override
    public Uni<RequestResponse> request(RequestRequest request) {
        return responder.answer(() -> {
            Versioned<Call> call =
                    requests.request(CallRequestMapper.order(request, clock.instant()));
            return RequestResponse.newBuilder().setCall(CallProtoMapper.toProto(call)).build();
        });
    }

    @Override
    public Uni<CancelResponse> cancel(CancelRequest request) {
        return responder.answer(() -> {
            Versioned<Call> call =
                    cancellations.cancel(new CallId(request.getCallId()), request.getCustomerId());
            return CancelResponse.newBuilder().setCall(CallProtoMapper.toProto(call)).build();
        });
    }

    @Override
    public Uni<GetResponse> get(GetRequest request) {
        return responder.answer(() ->
                GetResponse.newBuilder()
                        .setCall(
                                CallProtoMapper.toProto(
                                        own(queries.get(new CallId(request.getCallId())))))
                        .build());
    }

    /** For a customer another one's call is not there. What a driver may see of a call, the gateway decides. */
    private static Versioned<Call> own(Versioned<Call> call) {
        String customerId = call.value().order().customerId();
        if (EndUser.present()
                .filter(user -> user.kinds().equals(Set.of("customer")))
                .filter(user -> !user.id().equals(customerId))
                .isPresent()) {
            throw CallRefusals.notFound(call.value().id());
        }
        return call;
    }

    @Override
    public Uni<BatchGetResponse> batchGet(BatchGetRequest request) {
        return responder.answer(() -> {
            List<CallId> ids =
                    request.getCallIdsList().stream()
                            // what no call can be called is left out, as an unknown id is
                            .filter(id -> !id.isBlank())
                            .map(CallId::new)
                            .toList();
            return BatchGetResponse.newBuilder()
                    .addAllCalls(messages(queries.batchGet(ids)))
                    .build();
        });
    }

    @Override
    public Uni<ListResponse> list(ListRequest request) {
        return responder.answer(() -> {
            int size = Require.pageSize(request.getPageSize(), PAGE_STANDARD, PAGE_MOST);
            CallPage page = queries.list(CallRequestMapper.filter(request), size);
            return ListResponse.newBuilder()
                    .addAllCalls(messages(page.calls()))
                    .setNextPageToken(page.nextToken())
                    .build();
        });
    }

    @Override
    public Uni<ListNearbyResponse> listNearby(ListNearbyRequest request) {
        return responder.answer(() -> {
            int size = Require.pageSize(request.getPageSize(), PAGE_STANDARD, PAGE_MOST);
            return ListNearbyResponse.newBuilder()
                    .addAllCalls(messages(queries.near(CallRequestMapper.nearby(request, size))))
                    .build();
        });
    }

    @Override
    public Uni<ConfirmResponse> confirm(ConfirmRequest request) {
        return responder.answer(() -> {
            Command command =
                    new Command(
                            request.getCommandId(),
                            new DriverId(request.getDriverId()),
                            request.getEtaSeconds());
            return ConfirmResponse.newBuilder()
                    .setConfirmed(requests.confirm(new CallId(request.getCallId()), command))
                    .build();
        });
    }

    @Override
    public Uni<ReportGeneralResponse> reportGeneral(ReportGeneralRequest request) {
        return responder.answer(() -> {
            Versioned<Call> call =
                    reports.report(CallRequestMapper.report(request, clock.instant()));
            return ReportGeneralResponse.newBuilder()
                    .setCall(CallProtoMapper.toProto(call))
                    .build();
        });
    }

    @Override
    public Uni<ListParkedResponse> listParked(ListParkedRequest request) {
        return responder.answer(() -> {
            int size = Require.pageSize(request.getPageSize(), PAGE_STANDARD, PAGE_MOST);
            CallPage page = queries.parked(CallPage.Cursor.parse(request.getPageToken()), size);
            return ListParkedResponse.newBuilder()
                    .addAllCalls(messages(page.calls()))
                    .setNextPageToken(page.nextToken())
                    .build();
        });
    }

    @Override
    public Uni<ReleaseResponse> release(ReleaseRequest request) {
        return responder.answer(() -> {
            Versioned<Call> call = followUps.release(new CallId(request.getCallId()));
            return ReleaseResponse.newBuilder().setCall(CallProtoMapper.toProto(call)).build();
        });
    }

    @Override
    public Uni<EraseCustomerResponse> eraseCustomer(EraseCustomerRequest request) {
        return responder.answer(() -> {
            Erasure.Answer erasure =
                    erasures.erase(
                            new ErasureService.ErasureRequest(
                                    request.getRequestId(),
                                    request.getCustomerId(),
                                    request.getActor(),
                                    request.getReason()));
            return EraseCustomerResponse.newBuilder()
                    .setErasedCalls(erasure.calls())
                    .setEraseTime(Timestamps.of(erasure.time()))
                    .build();
        });
    }

    private static List<dev.supporters.proto.call.v1.Call> messages(List<Versioned<Call>> calls) {
        return calls.stream().map(CallProtoMapper::toProto).toList();
    }
}
