package dev.supporters.mlgateway.adapter.grpc;

import dev.supporters.contract.DriverId;
import dev.supporters.contract.Position;
import dev.supporters.contract.TimeZones;
import dev.supporters.mlgateway.ranking.RankingModel.Arriving;
import dev.supporters.mlgateway.ranking.RankingModel.Candidate;
import dev.supporters.mlgateway.ranking.RankingModel.Question;
import dev.supporters.mlgateway.ranking.RankingService.WantedRanking;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.mlgateway.v1.ArrivingCandidate;
import dev.supporters.proto.mlgateway.v1.RankCandidate;
import dev.supporters.proto.mlgateway.v1.RankManyRequest;
import dev.supporters.proto.mlgateway.v1.RankRequest;

import java.time.Duration;
import java.util.List;

/** Reads requests, which are within the bounds of their fields. */
final class RankRequests {

    private static final Duration MOST_CALL_AGE = Duration.ofHours(24);

    private RankRequests() {}

    static Question question(RankRequest request) {
        return new Question(
                Position.of(request.getOrigin()),
                Timestamps.instant(request.getRankTime()),
                TimeZones.parse(request.getTimeZone()),
                request.getCandidatesList().stream().map(RankRequests::candidate).toList(),
                callAge(Timestamps.duration(request.getCallAge())),
                request.getRegion(),
                request.getArrivingList().stream().map(RankRequests::arriving).toList());
    }

    static List<WantedRanking> wanted(RankManyRequest request) {
        return request.getCallsList().stream()
                .map(call -> new WantedRanking(question(call), call.getModel()))
                .toList();
    }

    private static Arriving arriving(ArrivingCandidate candidate) {
        return new Arriving(new DriverId(candidate.getDriverId()), candidate.getEtaSeconds());
    }

    private static Duration callAge(Duration age) {
        if (age.isNegative() || age.compareTo(MOST_CALL_AGE) > 0) {
            throw Refusal.invalid("call_age", age, "0 to 24 hours");
        }
        return age;
    }

    private static Candidate candidate(RankCandidate candidate) {
        return new Candidate(
                new DriverId(candidate.getDriverId()), Position.of(candidate.getLocation()));
    }
}
