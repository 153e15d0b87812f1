package dev.supporters.policy;

import static dev.supporters.policy.SamplePolicy.put;
import static dev.supporters.policy.SamplePolicy.seoul;
import static dev.supporters.policy.SamplePolicy.seoulWithParts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.internal.MongoClientImpl;

import dev.supporters.platform.event.Topics;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.events.policy.v1.PolicyEvent;
import dev.supporters.proto.policy.v1.GetRequest;
import dev.supporters.proto.policy.v1.HistoryRequest;
import dev.supporters.proto.policy.v1.HistoryResponse;
import dev.supporters.proto.policy.v1.ListRequest;
import dev.supporters.proto.policy.v1.ListResponse;
import dev.supporters.proto.policy.v1.Policy;
import dev.supporters.proto.policy.v1.PolicyServiceGrpc;
import dev.supporters.proto.policy.v1.PolicyServiceGrpc.PolicyServiceBlockingStub;
import dev.supporters.proto.policy.v1.PutRequest;
import dev.supporters.testkit.Embedded;
import dev.supporters.testkit.EventProbe;
import dev.supporters.testkit.LostAnswers;
import dev.supporters.testkit.TestChannel;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.quarkus.arc.ClientProxy;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

import jakarta.inject.Inject;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.concurrent.TimeUnit;

@QuarkusTest
@QuarkusTestResource(Embedded.class)
class PolicyTest {

    @Inject MongoClient store;
    @AutoClose private TestChannel channel;
    private PolicyServiceBlockingStub policies;

    @BeforeEach
    void connect() {
        channel = new TestChannel();
        policies = channel.stub(PolicyServiceGrpc::newBlockingStub);
    }

    /** Of the platform, in a service that has a store: what the driver really gets. */
    @Test
    void theClientOfTheStoreTriesAgainAndWaitsForNothingMoreThanThreeSeconds() {
        MongoClientSettings settings = ((MongoClientImpl) ClientProxy.unwrap(store)).getSettings();

        assertThat(settings.getRetryWrites()).isTrue();
        assertThat(settings.getRetryReads()).isTrue();
        assertThat(settings.getClusterSettings().getServerSelectionTimeout(TimeUnit.SECONDS))
                .isEqualTo(3);
        assertThat(settings.getConnectionPoolSettings().getMaxWaitTime(TimeUnit.SECONDS))
                .isEqualTo(3);
    }

    @Test
    void aPutWhoseAnswerIsLostMakesOneVersion() {
        // Given
        LostAnswers answers = new LostAnswers();
        PolicyServiceBlockingStub unlucky = policies.withInterceptors(answers);
        PutRequest request = put("lost", seoul().setRegion("lost"), 0).build();

        // When
        Policy put = answers.repeated(() -> unlucky.put(request)).getPolicy();

        // Then
        assertThat(put.getVersion()).isEqualTo(1);
        assertThat(
                        policies.history(
                                        HistoryRequest.newBuilder()
                                                .setProduct(Product.PRODUCT_DRIVER)
                                                .setRegion("lost")
                                                .build())
                                .getPoliciesList())
                .containsExactly(put);
    }

    @Test
    void putsTellsAndRemembersVersions() {
        // Given
        Policy first = policies.put(put("v1", seoul().setRegion("busan"), 0).build()).getPolicy();

        // When
        Policy second =
                policies.put(put("v2", seoul().setRegion("busan").setRolloutPercent(0), 1).build())
                        .getPolicy();

        // Then
        assertThat(second.getVersion()).isEqualTo(2);
        assertThat(policies.get(get("busan")).getPolicy()).isEqualTo(second);
        assertThat(policies.put(put("v1", seoul().setRegion("busan"), 0).build()).getPolicy())
                .isEqualTo(first);
        HistoryResponse history =
                policies.history(
                        HistoryRequest.newBuilder()
                                .setProduct(Product.PRODUCT_DRIVER)
                                .setRegion("busan")
                                .build());
        assertThat(history.getPoliciesList()).containsExactly(second, first);
        try (EventProbe probe = EventProbe.ofTest()) {
            Awaitility.await()
                    .untilAsserted(() ->
                            assertThat(told(probe))
                                    .filteredOn(policy -> policy.getRegion().equals("busan"))
                                    .containsExactly(first, second));
        }
    }

    @Test
    void answersAndTellsEveryNumberOfItsParts() {
        // Given
        Policy wanted = seoulWithParts().setRegion("parts").build();

        // When
        Policy put = policies.put(put("parts", wanted.toBuilder(), 0).build()).getPolicy();

        // Then
        assertThat(put.getAssignment()).isEqualTo(wanted.getAssignment());
        assertThat(put.getMoves()).isEqualTo(wanted.getMoves());
        assertThat(put.getZones()).isEqualTo(wanted.getZones());
        assertThat(policies.get(get("parts")).getPolicy()).isEqualTo(put);
        try (EventProbe probe = EventProbe.ofTest()) {
            Awaitility.await().untilAsserted(() -> assertThat(told(probe)).contains(put));
        }
    }

    @Test
    void listsByPages() {
        // Given
        policies.put(put("a", seoul().setRegion("list-a"), -1).build());
        policies.put(put("b", seoul().setRegion("list-b"), -1).build());

        // When
        ListResponse first =
                policies.list(
                        ListRequest.newBuilder()
                                .setPageSize(1)
                                .setPageToken("DRIVER/list")
                                .build());
        ListResponse second =
                policies.list(
                        ListRequest.newBuilder()
                                .setPageSize(1)
                                .setPageToken(first.getNextPageToken())
                                .build());

        // Then
        assertThat(first.getPoliciesList()).extracting(Policy::getRegion).containsExactly("list-a");
        assertThat(second.getPoliciesList())
                .extracting(Policy::getRegion)
                .containsExactly("list-b");
    }

    @Test
    void refusesWithAStatus() {
        assertThatThrownBy(() -> policies.get(get("nowhere")))
                .isInstanceOfSatisfying(
                        StatusRuntimeException.class,
                        e -> assertThat(e.getStatus().getCode()).isEqualTo(Status.Code.NOT_FOUND));
    }

    private static List<Policy> told(EventProbe probe) {
        return probe.all(Topics.POLICIES, PolicyEvent.parser()).stream()
                .map(event -> event.getPut().getPolicy())
                .toList();
    }

    private static GetRequest get(String region) {
        return GetRequest.newBuilder().setProduct(Product.PRODUCT_DRIVER).setRegion(region).build();
    }
}
