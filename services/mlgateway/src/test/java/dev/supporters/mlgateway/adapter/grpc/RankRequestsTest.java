package dev.supporters.mlgateway.adapter.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supporters.contract.DriverId;
import dev.supporters.contract.Position;
import dev.supporters.mlgateway.ranking.RankingModel.Candidate;
import dev.supporters.mlgateway.ranking.RankingModel.Question;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.platform.validation.FieldBoundsTable;
import dev.supporters.proto.common.v1.Point;
import dev.supporters.proto.mlgateway.v1.RankCandidate;
import dev.supporters.proto.mlgateway.v1.RankRequest;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;

class RankRequestsTest {

    private static final Instant NOW = Instant.parse("2026-11-20T12:30:00Z");
    private static final Point ORIGIN = Point.newBuilder().setLat(37.5).setLng(127).build();
    private static final RankCandidate CANDIDATE =
            RankCandidate.newBuilder().setDriverId("7").setLocation(ORIGIN).build();

    @Test
    void readsAQuestion() {
        Question question = RankRequests.question(request().build());

        assertThat(question)
                .isEqualTo(
                        new Question(
                                new Position(37.5, 127),
                                NOW,
                                ZoneId.of("Asia/Seoul"),
                                List.of(
                                        new Candidate(
                                                new DriverId("7"), new Position(37.5, 127)))));
    }

    @Test
    void readsHowLongTheCustomerHasWaitedAndWhere() {
        Question question =
                RankRequests.question(
                        request()
                                .setCallAge(Timestamps.of(Duration.ofSeconds(40)))
                                .setRegion("seoul")
                                .build());

        assertThat(question.callAge()).isEqualTo(Duration.ofSeconds(40));
        assertThat(question.region()).isEqualTo("seoul");
    }

    @Test
    void refusesWhatIsMissing() {
        refuses(
                request().clearOrigin(),
                "INVALID_ARGUMENT: origin: nothing (expected: a position)");
        refuses(
                request().clearRankTime(),
                "INVALID_ARGUMENT: rank_time: nothing (expected: an instant)");
        refuses(
                request().addCandidates(RankCandidate.newBuilder().setDriverId("8")),
                "INVALID_ARGUMENT: candidates[1].location: nothing (expected: a position)");
        refuses(
                request().addCandidates(CANDIDATE.toBuilder().clearDriverId()),
                "INVALID_ARGUMENT: candidates[1].driver_id: nothing (expected: text of 1 to 64"
                        + " characters)");
    }

    @Test
    void refusesWhatIsOutOfItsBounds() {
        refuses(
                request().setTimeZone("Asia/Nowhere"),
                "INVALID_ARGUMENT: time_zone: Asia/Nowhere (expected: an IANA name like Asia/Seoul,"
                        + " or an offset like +09:00)");
        refuses(
                request().setOrigin(ORIGIN.toBuilder().setLat(91)),
                "INVALID_ARGUMENT: origin.lat: 91.0 (expected: -90.0 to 90.0)");
        refuses(
                request().setOrigin(ORIGIN.toBuilder().setLng(Double.NaN)),
                "INVALID_ARGUMENT: origin.lng: NaN (expected: -180.0 to 180.0)");
        refuses(
                request().setCallAge(Timestamps.of(Duration.ofSeconds(-1))),
                "INVALID_ARGUMENT: call_age: PT-1S (expected: 0 to 24 hours)");
        refuses(
                request().setCallAge(Timestamps.of(Duration.ofHours(25))),
                "INVALID_ARGUMENT: call_age: PT25H (expected: 0 to 24 hours)");
        refuses(
                request().addAllCandidates(Collections.nCopies(128, CANDIDATE)),
                "INVALID_ARGUMENT: candidates: 129 (expected: at most 128)");
    }

    private static void refuses(RankRequest.Builder request, String message) {
        assertThatThrownBy(
                        () -> {
                            FieldBoundsTable.check(request.build());
                            RankRequests.question(request.build());
                        })
                .isInstanceOf(Refusal.class)
                .hasMessage(message);
    }

    private static RankRequest.Builder request() {
        return RankRequest.newBuilder()
                .setOrigin(ORIGIN)
                .setRankTime(Timestamps.of(NOW))
                .setTimeZone("Asia/Seoul")
                .addCandidates(CANDIDATE);
    }
}
