package dev.supporters.gateway.component;

import static dev.supporters.gateway.component.GatewayRequests.ask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.policy.v1.Experiment;
import dev.supporters.proto.policy.v1.ExperimentStop;
import dev.supporters.proto.policy.v1.ListExperimentsResponse;
import dev.supporters.proto.policy.v1.PolicyServiceGrpc;
import dev.supporters.proto.policy.v1.PutExperimentRequest;
import dev.supporters.proto.policy.v1.PutExperimentResponse;
import dev.supporters.proto.policy.v1.RegionExperiments;
import dev.supporters.proto.policy.v1.StopExperimentRequest;
import dev.supporters.proto.policy.v1.StopExperimentResponse;

import io.quarkus.test.junit.QuarkusTest;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

/** How operators share experiments. */
@QuarkusTest
class ExperimentTest extends ComponentTest {

    private static final String EXPERIMENTS =
            "experiments { region version experiments { name controlVersion treatmentVersion firstDate nights"
                    + " reason putBy stop { stoppedBy reason } } }";

    @Test
    void showsTheExperimentsOfAllRegionsAndWhoStoppedThem() {
        // Given
        services.answer(
                PolicyServiceGrpc.getListExperimentsMethod(),
                request ->
                        ListExperimentsResponse.newBuilder()
                                .addRegions(region(experiment().setStop(stop()).build()))
                                .build());

        // When
        var answer =
                ask(
                        issuer.operator(),
                        "{ experiments { regions { region version experiments { name controlVersion treatmentVersion"
                                + " intervalMinutes washOutMinutes firstDate nights reason putAt putBy stop { at stoppedBy reason } } } } }");

        // Then
        String one = "data.experiments.regions[0].experiments[0].";
        answer.body("errors", nullValue())
                .body("data.experiments.regions.region", contains("seoul"))
                .body("data.experiments.regions[0].version", equalTo(4))
                .body(one + "name", equalTo("far"))
                .body(one + "controlVersion", equalTo(9))
                .body(one + "treatmentVersion", equalTo(8))
                .body(one + "intervalMinutes", equalTo(30))
                .body(one + "washOutMinutes", equalTo(10))
                .body(one + "firstDate", equalTo("2026-11-20"))
                .body(one + "nights", equalTo(14))
                .body(one + "reason", equalTo("farther pickups"))
                .body(one + "putAt", equalTo("2026-11-19T09:00:00Z"))
                .body(one + "putBy", equalTo("kim"))
                .body(one + "stop.at", equalTo("2026-11-25T16:00:00Z"))
                .body(one + "stop.stoppedBy", equalTo("guard"))
                .body(one + "stop.reason", equalTo("lost"));
    }

    @Test
    void putsAnExperimentInTheNameOfTheOperator() {
        // Given
        AtomicReference<PutExperimentRequest> asked = new AtomicReference<>();
        services.answer(
                PolicyServiceGrpc.getPutExperimentMethod(),
                request -> {
                    asked.set(request);
                    return PutExperimentResponse.newBuilder()
                            .setExperiments(region(experiment().build()))
                            .build();
                });

        // When
        var answer =
                ask(
                        issuer.operator(),
                        "mutation { putExperiment(input: { clientMutationId: \"m1\", region: \"seoul\", name: \"far\","
                                + " controlVersion: 9, treatmentVersion: 8, intervalMinutes: 30, washOutMinutes: 10,"
                                + " firstDate: \"2026-11-20\", nights: 14, reason: \"farther pickups\", expectedVersion: 3 })"
                                + " { clientMutationId "
                                + EXPERIMENTS
                                + " } }");

        // Then
        answer.body("errors", nullValue())
                .body("data.putExperiment.clientMutationId", equalTo("m1"))
                .body("data.putExperiment.experiments.experiments[0].stop", nullValue());
        assertThat(asked.get().getExpectedVersion()).isEqualTo(3);
        assertThat(asked.get().getActor()).isNotEmpty();
        assertThat(asked.get().getExperiment())
                .isEqualTo(experiment().clearPutBy().clearPutTime().build());
    }

    @Test
    void stopsAnExperimentWithAReason() {
        // Given
        AtomicReference<StopExperimentRequest> asked = new AtomicReference<>();
        services.answer(
                PolicyServiceGrpc.getStopExperimentMethod(),
                request -> {
                    asked.set(request);
                    return StopExperimentResponse.newBuilder()
                            .setExperiments(region(experiment().setStop(stop()).build()))
                            .build();
                });

        // When
        var answer =
                ask(
                        issuer.operator(),
                        "mutation { stopExperiment(input: { region: \"seoul\", name: \"far\", reason: \"rain\" }) { "
                                + EXPERIMENTS
                                + " } }");

        // Then
        answer.body("errors", nullValue())
                .body(
                        "data.stopExperiment.experiments.experiments[0].stop.reason",
                        equalTo("lost"));
        assertThat(asked.get().getName()).isEqualTo("far");
        assertThat(asked.get().getReason()).isEqualTo("rain");
        assertThat(asked.get().getProduct()).isEqualTo(Product.PRODUCT_DRIVER);
    }

    @Test
    void areForOperatorsOnly() {
        ask(issuer.driver(), "{ experiments { regions { region } } }")
                .body("errors[0].extensions.reason", equalTo("PERMISSION_DENIED"));
    }

    private static RegionExperiments region(Experiment experiment) {
        return RegionExperiments.newBuilder()
                .setProduct(Product.PRODUCT_DRIVER)
                .setRegion("seoul")
                .setVersion(4)
                .addExperiments(experiment)
                .build();
    }

    private static Experiment.Builder experiment() {
        return Experiment.newBuilder()
                .setProduct(Product.PRODUCT_DRIVER)
                .setRegion("seoul")
                .setName("far")
                .setControlVersion(9)
                .setTreatmentVersion(8)
                .setIntervalMinutes(30)
                .setWashOutMinutes(10)
                .setFirstDate("2026-11-20")
                .setNights(14)
                .setReason("farther pickups")
                .setPutTime(Timestamps.of(Instant.parse("2026-11-19T09:00:00Z")))
                .setPutBy("kim");
    }

    private static ExperimentStop.Builder stop() {
        return ExperimentStop.newBuilder()
                .setTime(Timestamps.of(Instant.parse("2026-11-25T16:00:00Z")))
                .setStoppedBy("guard")
                .setReason("lost");
    }
}
