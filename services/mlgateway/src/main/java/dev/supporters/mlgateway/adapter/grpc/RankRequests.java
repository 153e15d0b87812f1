package dev.supporters.mlgateway.adapter.grpc;

import dev.supporters.mlgateway.ranking.Candidate;
import dev.supporters.mlgateway.ranking.Question;
import dev.supporters.mlgateway.travel.Position;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.refusal.Require;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.common.v1.Point;
import dev.supporters.proto.mlgateway.v1.RankCandidate;
import dev.supporters.proto.mlgateway.v1.RankRequest;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** Reads requests, refusing those that are not well formed. */
final class RankRequests {

    private static final int MOST_CANDIDATES = 128;
    private static final int DRIVER_ID_LENGTH = 100;

    private RankRequests() {}

    static Question question(RankRequest request) {
        if (!request.hasOrigin()) {
            throw Refusal.invalid("origin", "nothing", "a position");
        }
        return new Question(
                position(request.getOrigin(), "origin"),
                time(request),
                zone(request),
                candidates(request));
    }

    private static List<Candidate> candidates(RankRequest request) {
        if (request.getCandidatesCount() > MOST_CANDIDATES) {
            throw Refusal.invalid(
                    "candidates", request.getCandidatesCount(), "at most " + MOST_CANDIDATES);
        }
        List<Candidate> candidates = new ArrayList<>(request.getCandidatesCount());
        for (RankCandidate candidate : request.getCandidatesList()) {
            if (!candidate.hasLocation()) {
                throw Refusal.invalid("candidates.location", "nothing", "a position");
            }
            String driverId =
                    Require.text(candidate.getDriverId(), "candidates.driver_id", DRIVER_ID_LENGTH);
            candidates.add(
                    new Candidate(
                            driverId, position(candidate.getLocation(), "candidates.location")));
        }
        return candidates;
    }

    private static Position position(Point point, String field) {
        return new Position(
                Require.within(point.getLat(), field + ".lat", -90, 90),
                Require.within(point.getLng(), field + ".lng", -180, 180));
    }

    private static Instant time(RankRequest request) {
        if (!request.hasRankTime()) {
            throw Refusal.invalid("rank_time", "nothing", "an instant");
        }
        return Timestamps.instant(request.getRankTime());
    }

    private static ZoneId zone(RankRequest request) {
        try {
            return ZoneId.of(request.getTimeZone());
        } catch (DateTimeException e) {
            throw Refusal.invalid(
                    "time_zone", request.getTimeZone(), "an IANA name like Asia/Seoul");
        }
    }
}
