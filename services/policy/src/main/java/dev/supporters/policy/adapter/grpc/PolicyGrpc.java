package dev.supporters.policy.adapter.grpc;

import dev.supporters.platform.refusal.Require;
import dev.supporters.platform.rpc.GrpcResponder;
import dev.supporters.policy.book.Page;
import dev.supporters.policy.book.PolicyBook;
import dev.supporters.policy.book.PolicyKey;
import dev.supporters.policy.book.PolicyMessages;
import dev.supporters.policy.book.Revision;
import dev.supporters.proto.policy.v1.GetRequest;
import dev.supporters.proto.policy.v1.GetResponse;
import dev.supporters.proto.policy.v1.HistoryRequest;
import dev.supporters.proto.policy.v1.HistoryResponse;
import dev.supporters.proto.policy.v1.ListRequest;
import dev.supporters.proto.policy.v1.ListResponse;
import dev.supporters.proto.policy.v1.Policy;
import dev.supporters.proto.policy.v1.PolicyService;
import dev.supporters.proto.policy.v1.PutRequest;
import dev.supporters.proto.policy.v1.PutResponse;

import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Uni;

import org.jboss.logging.Logger;

import java.util.List;

/** The policies over gRPC. */
@GrpcService
class PolicyGrpc implements PolicyService {

    private static final Logger LOG = Logger.getLogger(PolicyGrpc.class);
    private static final int LIST_STANDARD = 100;
    private static final int LIST_MOST = 1000;
    private static final int HISTORY_STANDARD = 50;
    private static final int HISTORY_MOST = 500;

    private final PolicyBook book;
    private final GrpcResponder rpc;

    PolicyGrpc(PolicyBook book, GrpcResponder rpc) {
        this.book = book;
        this.rpc = rpc;
    }

    @Override
    public Uni<GetResponse> get(GetRequest request) {
        return rpc.answer(() -> {
            Revision found = book.get(new PolicyKey(request.getProduct(), request.getRegion()));
            return GetResponse.newBuilder().setPolicy(PolicyMessages.policy(found)).build();
        });
    }

    @Override
    public Uni<ListResponse> list(ListRequest request) {
        return rpc.answer(() -> {
            int size = Require.pageSize(request.getPageSize(), LIST_STANDARD, LIST_MOST);
            Page<Revision> page = book.list(request.getPageToken(), size);
            return ListResponse.newBuilder()
                    .addAllPolicies(policies(page))
                    .setNextPageToken(page.nextToken())
                    .build();
        });
    }

    @Override
    public Uni<PutResponse> put(PutRequest request) {
        return rpc.answer(() -> {
            Revision put = book.put(PolicyRequests.order(request));
            LOG.infof(
                    "policy put key=%s version=%d rolloutPercent=%d",
                    put.key().id(), put.version(), put.terms().rolloutPercent());
            return PutResponse.newBuilder().setPolicy(PolicyMessages.policy(put)).build();
        });
    }

    @Override
    public Uni<HistoryResponse> history(HistoryRequest request) {
        return rpc.answer(() -> {
            PolicyKey key = new PolicyKey(request.getProduct(), request.getRegion());
            int size = Require.pageSize(request.getPageSize(), HISTORY_STANDARD, HISTORY_MOST);
            Page<Revision> page =
                    book.history(key, PolicyRequests.below(request.getPageToken()), size);
            return HistoryResponse.newBuilder()
                    .addAllPolicies(policies(page))
                    .setNextPageToken(page.nextToken())
                    .build();
        });
    }

    private static List<Policy> policies(Page<Revision> page) {
        return page.items().stream().map(PolicyMessages::policy).toList();
    }
}
