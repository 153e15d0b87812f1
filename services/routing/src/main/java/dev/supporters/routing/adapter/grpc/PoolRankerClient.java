package dev.supporters.routing.adapter.grpc;

import static java.util.stream.Collectors.toMap;

import dev.supporters.contract.DriverId;
import dev.supporters.dispatch.assignment.Ranking.RankedSupporter;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.rpc.GuardedCall;
import dev.supporters.platform.rpc.GuardedCalls;
import dev.supporters.proto.mlgateway.v1.ArrivingCandidate;
import dev.supporters.proto.mlgateway.v1.MlGatewayServiceGrpc.MlGatewayServiceBlockingStub;
import dev.supporters.proto.mlgateway.v1.RankManyRequest;
import dev.supporters.proto.mlgateway.v1.RankRequest;
import dev.supporters.proto.mlgateway.v1.RankResponse;
import dev.supporters.proto.mlgateway.v1.Ranked;
import dev.supporters.routing.ranking.PoolRanker;

import io.quarkus.grpc.GrpcClient;

import jakarta.enterprise.context.ApplicationScoped;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Asks mlgateway about all held calls. The bulkhead and the breaker are its own, so that a slow answer for many calls takes nothing from a
 * call that has just come.
 */
@ApplicationScoped
class PoolRankerClient implements PoolRanker {

    private final MlGatewayServiceBlockingStub mlgateway;
    private final GuardedCall remote;

    PoolRankerClient(
            @GrpcClient("mlgateway") MlGatewayServiceBlockingStub mlgateway, GuardedCalls remotes) {
        this.mlgateway = mlgateway;
        remote = remotes.named("mlgateway-pool");
    }

    @Override
    public List<PoolRanking> rank(List<PoolQuestion> calls) {
        RankManyRequest request =
                RankManyRequest.newBuilder()
                        .addAllCalls(calls.stream().map(PoolRankerClient::request).toList())
                        .build();
        List<RankResponse> answers = remote.call(() -> mlgateway.rankMany(request)).getCallsList();
        if (answers.size() != calls.size()) {
            throw Refusal.invalid(
                    "calls", answers.size() + " rankings", calls.size() + " rankings");
        }
        return IntStream.range(0, answers.size())
                .mapToObj(i -> ranking(calls.get(i), answers.get(i)))
                .toList();
    }

    private static RankRequest request(PoolQuestion question) {
        RankRequest.Builder request = RankerClient.request(question.call());
        question.driving()
                .forEach(driving ->
                        request.addArriving(
                                ArrivingCandidate.newBuilder()
                                        .setDriverId(driving.driverId().value())
                                        .setEtaSeconds(driving.etaSeconds())));
        return request.build();
    }

    private static PoolRanking ranking(PoolQuestion question, RankResponse answer) {
        PoolRanking ranking =
                new PoolRanking(RankerClient.ranking(question.call(), answer), kept(answer));
        for (RankedSupporter ranked : ranking.ranking().ranked()) {
            ranked.keepProbability().ifPresent(PoolRankerClient::requireProbability);
            if (ranked.etaSeconds() < 0) {
                throw Refusal.invalid("eta_seconds", ranked.etaSeconds(), "0 or more");
            }
        }
        ranking.keptAfterDrive().values().forEach(PoolRankerClient::requireProbability);
        return ranking;
    }

    private static Map<DriverId, Double> kept(RankResponse answer) {
        return answer.getArrivingList().stream()
                .filter(Ranked::hasKeepProbability)
                .collect(
                        toMap(
                                ranked -> new DriverId(ranked.getDriverId()),
                                Ranked::getKeepProbability,
                                (first, second) -> first));
    }

    /** The pool weighs calls against each other, so that one wrong number would spoil the choice for all. */
    private static void requireProbability(double probability) {
        if (!(probability >= 0 && probability <= 1)) {
            throw Refusal.invalid("keep_probability", probability, "0 to 1");
        }
    }
}
