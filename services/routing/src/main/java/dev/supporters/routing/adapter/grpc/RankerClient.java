package dev.supporters.routing.adapter.grpc;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import dev.supporters.dispatch.assignment.FreeSupporter;
import dev.supporters.dispatch.assignment.Ranking;
import dev.supporters.dispatch.assignment.Ranking.RankedSupporter;
import dev.supporters.platform.rpc.GuardedCall;
import dev.supporters.platform.rpc.GuardedCalls;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.mlgateway.v1.MlGatewayServiceGrpc.MlGatewayServiceBlockingStub;
import dev.supporters.proto.mlgateway.v1.RankCandidate;
import dev.supporters.proto.mlgateway.v1.RankRequest;
import dev.supporters.proto.mlgateway.v1.RankResponse;
import dev.supporters.routing.ranking.Ranker;

import io.quarkus.grpc.GrpcClient;

import jakarta.enterprise.context.ApplicationScoped;

import java.util.Map;

/** Asks mlgateway. */
@ApplicationScoped
class RankerClient implements Ranker {

    private final MlGatewayServiceBlockingStub mlgateway;
    private final GuardedCall remote;

    RankerClient(
            @GrpcClient("mlgateway") MlGatewayServiceBlockingStub mlgateway, GuardedCalls remotes) {
        this.mlgateway = mlgateway;
        remote = remotes.named("mlgateway");
    }

    @Override
    public Ranking rank(Question question) {
        RankRequest request = request(question);
        RankResponse response = remote.call(() -> mlgateway.rank(request));
        Map<String, FreeSupporter> candidates =
                question.candidates().stream()
                        .collect(toMap(candidate -> candidate.driverId().value(), identity()));
        return new Ranking(
                response.getRankedList().stream()
                        .filter(ranked -> candidates.containsKey(ranked.getDriverId()))
                        .map(ranked ->
                                new RankedSupporter(
                                        candidates.get(ranked.getDriverId()),
                                        ranked.getEtaSeconds(),
                                        ranked.getScore()))
                        .toList(),
                response.getModel());
    }

    private static RankRequest request(Question question) {
        RankRequest.Builder request =
                RankRequest.newBuilder()
                        .setCallId(question.callId().value())
                        .setProduct(question.product())
                        .setOrigin(question.origin().toProto())
                        .setRankTime(Timestamps.of(question.time()))
                        .setTimeZone(question.zone().getId());
        question.candidates()
                .forEach(candidate ->
                        request.addCandidates(
                                RankCandidate.newBuilder()
                                        .setDriverId(candidate.driverId().value())
                                        .setLocation(candidate.position().toProto())));
        return request.build();
    }
}
