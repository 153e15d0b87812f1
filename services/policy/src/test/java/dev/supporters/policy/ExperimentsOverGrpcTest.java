package dev.supporters.policy;

import static dev.supporters.policy.SamplePolicy.put;
import static dev.supporters.policy.SamplePolicy.seoul;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supporters.platform.refusal.RefusalStatus;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.common.v1.ErrorReason;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.policy.v1.Experiment;
import dev.supporters.proto.policy.v1.ListExperimentsRequest;
import dev.supporters.proto.policy.v1.PolicyServiceGrpc;
import dev.supporters.proto.policy.v1.PolicyServiceGrpc.PolicyServiceBlockingStub;
import dev.supporters.proto.policy.v1.PutExperimentRequest;
import dev.supporters.proto.policy.v1.RegionExperiments;
import dev.supporters.proto.policy.v1.StopExperimentRequest;
import dev.supporters.testkit.Embedded;
import dev.supporters.testkit.TestChannel;

import io.grpc.StatusRuntimeException;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;

@QuarkusTest
@QuarkusTestResource(Embedded.class)
class ExperimentsOverGrpcTest {

    private static final String REGION = "tried";

    @AutoClose private TestChannel channel;
    private PolicyServiceBlockingStub policies;

    @BeforeEach
    void connect() {
        channel = new TestChannel();
        policies = channel.stub(PolicyServiceGrpc::newBlockingStub);
    }

    @Test
    void anExperimentIsPutListedAndStopped() {
        // Given
        policies.put(
                put(
                                "e1",
                                seoul().setRegion(REGION)
                                        .setMaxPickup(Timestamps.of(Duration.ofMinutes(25))),
                                0)
                        .build());
        policies.put(put("e2", seoul().setRegion(REGION), 1).build());

        // When
        RegionExperiments put = policies.putExperiment(experiment()).getExperiments();
        RegionExperiments stopped =
                policies.stopExperiment(
                                StopExperimentRequest.newBuilder()
                                        .setRequestId("e4")
                                        .setProduct(Product.PRODUCT_DRIVER)
                                        .setRegion(REGION)
                                        .setName("far")
                                        .setReason("rain")
                                        .setActor("lee")
                                        .build())
                        .getExperiments();

        // Then
        assertThat(put.getExperiments(0).getPutBy()).isEqualTo("kim");
        assertThat(stopped.getVersion()).isEqualTo(2);
        assertThat(stopped.getExperiments(0).getStop().getStoppedBy()).isEqualTo("lee");
        assertThat(policies.listExperiments(ListExperimentsRequest.getDefaultInstance()))
                .satisfies(listed -> assertThat(listed.getRegionsList()).contains(stopped));
        assertThatThrownBy(() ->
                        policies.stopExperiment(
                                StopExperimentRequest.newBuilder()
                                        .setRequestId("e5")
                                        .setProduct(Product.PRODUCT_DRIVER)
                                        .setRegion(REGION)
                                        .setName("near")
                                        .setReason("rain")
                                        .setActor("lee")
                                        .build()))
                .isInstanceOfSatisfying(
                        StatusRuntimeException.class,
                        refused ->
                                assertThat(RefusalStatus.fromStatus(refused).reason())
                                        .isEqualTo(ErrorReason.ERROR_REASON_EXPERIMENT_NOT_FOUND));
    }

    private static PutExperimentRequest experiment() {
        return PutExperimentRequest.newBuilder()
                .setRequestId("e3")
                .setExperiment(
                        Experiment.newBuilder()
                                .setProduct(Product.PRODUCT_DRIVER)
                                .setRegion(REGION)
                                .setName("far")
                                .setControlVersion(2)
                                .setTreatmentVersion(1)
                                .setIntervalMinutes(30)
                                .setWashOutMinutes(10)
                                .setFirstDate("2026-12-31")
                                .setNights(14)
                                .setReason("farther pickups"))
                .setActor("kim")
                .build();
    }
}
