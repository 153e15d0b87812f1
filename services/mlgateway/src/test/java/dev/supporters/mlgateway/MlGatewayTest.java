package dev.supporters.mlgateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.common.v1.Point;
import dev.supporters.proto.mlgateway.v1.ArrivingCandidate;
import dev.supporters.proto.mlgateway.v1.MlGatewayServiceGrpc;
import dev.supporters.proto.mlgateway.v1.MlGatewayServiceGrpc.MlGatewayServiceBlockingStub;
import dev.supporters.proto.mlgateway.v1.RankCandidate;
import dev.supporters.proto.mlgateway.v1.RankManyRequest;
import dev.supporters.proto.mlgateway.v1.RankManyResponse;
import dev.supporters.proto.mlgateway.v1.RankRequest;
import dev.supporters.proto.mlgateway.v1.RankResponse;
import dev.supporters.proto.mlgateway.v1.Ranked;
import dev.supporters.testkit.Embedded;
import dev.supporters.testkit.TestChannel;

import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Instant;

@QuarkusTest
@QuarkusTestResource(Embedded.class)
class MlGatewayTest {

    @Inject MlGatewayConfig config;

    @AutoClose private TestChannel channel;
    private MlGatewayServiceBlockingStub mlgateway;

    @BeforeEach
    void connect() {
        channel = new TestChannel();
        mlgateway = channel.stub(MlGatewayServiceGrpc::newBlockingStub);
    }

    @Test
    void ranksAndNamesTheModel() {
        // When
        RankResponse response = mlgateway.rank(request("nearest@1"));

        // Then
        assertThat(response.getModel()).isEqualTo("nearest@1");
        assertThat(response.getRankedList())
                .extracting(Ranked::getDriverId)
                .containsExactly("2", "1");
    }

    @Test
    void answersAnUnknownModelByTheDefaultOne() {
        // When
        RankResponse response = mlgateway.rank(request("oracle@3"));

        // Then
        assertThat(response.getModel()).isEqualTo("nearest@1");
        assertThat(RestAssured.get("/q/metrics").asString())
                .contains(
                        "supporters_mlgateway_rankings_total{model=\"nearest@1\",substituted=\"true\"} 1.0");
    }

    @Test
    void ranksManyCallsInTheirOrderWithThoseWhoStillDriveApart() {
        // Given
        RankRequest call =
                request("nearest@1").toBuilder()
                        .addArriving(
                                ArrivingCandidate.newBuilder().setDriverId("3").setEtaSeconds(420))
                        .build();

        // When
        RankManyResponse response =
                mlgateway.rankMany(
                        RankManyRequest.newBuilder()
                                .addCalls(request("").toBuilder().removeCandidates(0))
                                .addCalls(call)
                                .build());

        // Then
        assertThat(response.getCallsList())
                .extracting(RankResponse::getRankedCount)
                .containsExactly(1, 2);
        RankResponse second = response.getCalls(1);
        assertThat(second.getRankedList())
                .extracting(Ranked::getDriverId)
                .containsExactly("2", "1");
        assertThat(second.getArrivingList())
                .singleElement()
                .satisfies(arriving -> {
                    assertThat(arriving.getDriverId()).isEqualTo("3");
                    assertThat(arriving.getEtaSeconds()).isEqualTo(420);
                    assertThat(arriving.hasKeepProbability()).isFalse();
                });
    }

    @Test
    void refusesMoreCallsThanItTakesAndACallOfThemThatIsMalformed() {
        RankManyRequest.Builder many = RankManyRequest.newBuilder();
        for (int i = 0; i < 129; i++) {
            many.addCalls(request(""));
        }

        assertThatThrownBy(() -> mlgateway.rankMany(many.build()))
                .hasMessageContaining("INVALID_ARGUMENT");
        assertThatThrownBy(() ->
                        mlgateway.rankMany(
                                RankManyRequest.newBuilder()
                                        .addCalls(RankRequest.getDefaultInstance())
                                        .build()))
                .hasMessageContaining("INVALID_ARGUMENT");
    }

    @Test
    void refusesAMalformedRequest() {
        assertThatThrownBy(() -> mlgateway.rank(RankRequest.getDefaultInstance()))
                .isInstanceOfSatisfying(
                        StatusRuntimeException.class,
                        e ->
                                assertThat(e.getStatus().getCode())
                                        .isEqualTo(Status.Code.INVALID_ARGUMENT));
    }

    @Test
    void letsNobodyInWithoutTheServiceToken() {
        ManagedChannel stranger =
                ManagedChannelBuilder.forAddress("127.0.0.1", RestAssured.port)
                        .usePlaintext()
                        .build();
        try {
            assertThatThrownBy(
                            () -> MlGatewayServiceGrpc.newBlockingStub(stranger).rank(request("")))
                    .isInstanceOfSatisfying(
                            StatusRuntimeException.class,
                            e ->
                                    assertThat(e.getStatus().getCode())
                                            .isEqualTo(Status.Code.UNAUTHENTICATED));
        } finally {
            stranger.shutdownNow();
        }
    }

    @Test
    void isReadyWithItsDefaults() {
        assertThat(config.defaultModel()).isEqualTo("nearest@1");
        RestAssured.get("/q/health/ready").then().statusCode(200);
    }

    private static RankRequest request(String model) {
        return RankRequest.newBuilder()
                .setCallId("1")
                .setOrigin(point(37.5))
                .setRankTime(Timestamps.of(Instant.parse("2026-11-20T12:30:00Z")))
                .setTimeZone("Asia/Seoul")
                .addCandidates(
                        RankCandidate.newBuilder().setDriverId("1").setLocation(point(37.52)))
                .addCandidates(
                        RankCandidate.newBuilder().setDriverId("2").setLocation(point(37.51)))
                .setModel(model)
                .build();
    }

    private static Point point(double lat) {
        return Point.newBuilder().setLat(lat).setLng(127).build();
    }
}
