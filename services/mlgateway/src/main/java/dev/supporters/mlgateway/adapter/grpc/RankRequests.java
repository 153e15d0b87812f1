package dev.supporters.mlgateway.adapter.grpc;

import dev.supporters.contract.DriverId;
import dev.supporters.contract.Position;
import dev.supporters.contract.TimeZones;
import dev.supporters.mlgateway.ranking.RankingModel.Candidate;
import dev.supporters.mlgateway.ranking.RankingModel.Question;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.mlgateway.v1.RankCandidate;
import dev.supporters.proto.mlgateway.v1.RankRequest;

/** Reads requests, which are within the bounds of their fields. */
final class RankRequests {

    private RankRequests() {}

    static Question question(RankRequest request) {
        return new Question(
                Position.of(request.getOrigin()),
                Timestamps.instant(request.getRankTime()),
                TimeZones.parse(request.getTimeZone()),
                request.getCandidatesList().stream().map(RankRequests::candidate).toList());
    }

    private static Candidate candidate(RankCandidate candidate) {
        return new Candidate(
                new DriverId(candidate.getDriverId()), Position.of(candidate.getLocation()));
    }
}
