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
import dev.supporters.proto.mlgateway.v1.Ranked;
import dev.supporters.routing.ranking.Ranker;

import io.quarkus.grpc.GrpcClient;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Duration;
import java.util.Map;
import java.util.OptionalDouble;

/** Asks mlgateway. */
@ApplicationScoped
class RankerClient implements Ranker {

    private static final Duration LONGEST_AGE = Duration.ofHours(24);

    private final MlGatewayServiceBlockingStub mlgateway;
    private final GuardedCall remote;

    RankerClient(
            @GrpcClient("mlgateway") MlGatewayServiceBlockingStub mlgateway, GuardedCalls remotes) {
        this.mlgateway = mlgateway;
        remote = remotes.named("mlgateway");
    }

    @Override
    public Ranking rank(Question question) {
        RankRequest request = request(question).build();
        return ranking(question, remote.call(() -> mlgateway.rank(request)));
    }

    static Ranking ranking(Question question, RankResponse response) {
        Map<String, FreeSupporter> candidates =
                question.candidates().stream()
                        .collect(toMap(candidate -> candidate.driverId().value(), identity()));
        return new Ranking(
                response.getRankedList().stream()
                        .filter(ranked -> candidates.containsKey(ranked.getDriverId()))
                        .map(ranked -> ranked(candidates.get(ranked.getDriverId()), ranked))
                        .toList(),
                response.getModel(),
                RankingNotesMapper.notes(response));
    }

    private static RankedSupporter ranked(FreeSupporter candidate, Ranked ranked) {
        return new RankedSupporter(
                candidate,
                ranked.getEtaSeconds(),
                ranked.getScore(),
                ranked.hasKeepProbability()
                        ? OptionalDouble.of(ranked.getKeepProbability())
                        : OptionalDouble.empty());
    }

    /** Within the bounds of the request, whatever the clocks of others say. */
    private static Duration age(Duration callAge) {
        if (callAge.isNegative()) {
            return Duration.ZERO;
        }
        return callAge.compareTo(LONGEST_AGE) > 0 ? LONGEST_AGE : callAge;
    }

    static RankRequest.Builder request(Question question) {
        RankRequest.Builder request =
                RankRequest.newBuilder()
                        .setCallId(question.callId().value())
                        .setProduct(question.product())
                        .setOrigin(question.origin().toProto())
                        .setRankTime(Timestamps.of(question.time()))
                        .setTimeZone(question.zone().getId())
                        .setRegion(question.region())
                        .setCallAge(Timestamps.of(age(question.callAge())));
        question.candidates()
                .forEach(candidate ->
                        request.addCandidates(
                                RankCandidate.newBuilder()
                                        .setDriverId(candidate.driverId().value())
                                        .setLocation(candidate.position().toProto())));
        return request;
    }
}
