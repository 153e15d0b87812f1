package dev.supporters.call.adapter.grpc;

import dev.supporters.call.cancel.Cancellations;
import dev.supporters.call.general.GeneralReports;
import dev.supporters.call.life.Assignee.Command;
import dev.supporters.call.life.Call;
import dev.supporters.call.path.Confirmations;
import dev.supporters.call.path.Requests;
import dev.supporters.call.query.CallPage;
import dev.supporters.call.query.CallQueries;
import dev.supporters.platform.refusal.Require;
import dev.supporters.platform.rpc.GrpcResponder;
import dev.supporters.platform.store.Versioned;
import dev.supporters.proto.call.v1.BatchGetRequest;
import dev.supporters.proto.call.v1.BatchGetResponse;
import dev.supporters.proto.call.v1.CallService;
import dev.supporters.proto.call.v1.CancelRequest;
import dev.supporters.proto.call.v1.CancelResponse;
import dev.supporters.proto.call.v1.ConfirmRequest;
import dev.supporters.proto.call.v1.ConfirmResponse;
import dev.supporters.proto.call.v1.GetRequest;
import dev.supporters.proto.call.v1.GetResponse;
import dev.supporters.proto.call.v1.ListRequest;
import dev.supporters.proto.call.v1.ListResponse;
import dev.supporters.proto.call.v1.ReportGeneralRequest;
import dev.supporters.proto.call.v1.ReportGeneralResponse;
import dev.supporters.proto.call.v1.RequestRequest;
import dev.supporters.proto.call.v1.RequestResponse;

import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Uni;

import java.time.Clock;
import java.util.List;

/** The calls over gRPC. */
@GrpcService
class CallGrpc implements CallService {

    private static final int PAGE_STANDARD = 50;
    private static final int PAGE_MOST = 1000;

    private final Requests requests;
    private final Cancellations cancellations;
    private final Confirmations confirmations;
    private final GeneralReports reports;
    private final CallQueries queries;
    private final Clock clock;
    private final GrpcResponder rpc;

    CallGrpc(
            Requests requests,
            Cancellations cancellations,
            Confirmations confirmations,
            GeneralReports reports,
            CallQueries queries,
            Clock clock,
            GrpcResponder rpc) {
        this.requests = requests;
        this.cancellations = cancellations;
        this.confirmations = confirmations;
        this.reports = reports;
        this.queries = queries;
        this.clock = clock;
        this.rpc = rpc;
    }

    @Override
    public Uni<RequestResponse> request(RequestRequest request) {
        return rpc.answer(() -> {
            Versioned<Call> call = requests.request(OrderRequests.order(request, clock.instant()));
            return RequestResponse.newBuilder().setCall(CallMessages.call(call)).build();
        });
    }

    @Override
    public Uni<CancelResponse> cancel(CancelRequest request) {
        return rpc.answer(() -> {
            Require.requestId(request.getRequestId());
            Versioned<Call> call =
                    cancellations.cancel(request.getCallId(), request.getCustomerId());
            return CancelResponse.newBuilder().setCall(CallMessages.call(call)).build();
        });
    }

    @Override
    public Uni<GetResponse> get(GetRequest request) {
        return rpc.answer(() ->
                GetResponse.newBuilder()
                        .setCall(CallMessages.call(queries.get(request.getCallId())))
                        .build());
    }

    @Override
    public Uni<BatchGetResponse> batchGet(BatchGetRequest request) {
        return rpc.answer(() ->
                BatchGetResponse.newBuilder()
                        .addAllCalls(messages(queries.batchGet(request.getCallIdsList())))
                        .build());
    }

    @Override
    public Uni<ListResponse> list(ListRequest request) {
        return rpc.answer(() -> {
            int size = Require.pageSize(request.getPageSize(), PAGE_STANDARD, PAGE_MOST);
            CallPage page = queries.list(CallRequests.filter(request), size);
            return ListResponse.newBuilder()
                    .addAllCalls(messages(page.calls()))
                    .setNextPageToken(page.nextToken())
                    .build();
        });
    }

    @Override
    public Uni<ConfirmResponse> confirm(ConfirmRequest request) {
        return rpc.answer(() -> {
            Command command =
                    new Command(
                            Require.text(request.getCommandId(), "command_id", 100),
                            Require.text(request.getDriverId(), "driver_id", 100),
                            request.getEtaSeconds());
            return ConfirmResponse.newBuilder()
                    .setConfirmed(confirmations.confirm(request.getCallId(), command))
                    .build();
        });
    }

    @Override
    public Uni<ReportGeneralResponse> reportGeneral(ReportGeneralRequest request) {
        return rpc.answer(() -> {
            Versioned<Call> call = reports.report(CallRequests.report(request, clock.instant()));
            return ReportGeneralResponse.newBuilder().setCall(CallMessages.call(call)).build();
        });
    }

    private static List<dev.supporters.proto.call.v1.Call> messages(List<Versioned<Call>> calls) {
        return calls.stream().map(CallMessages::call).toList();
    }
}
