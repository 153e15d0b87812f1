package dev.supporters.policy.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.platform.event.Event;
import dev.supporters.platform.event.Topics;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.policy.revision.PolicyKey;
import dev.supporters.proto.common.v1.ErrorReason;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.events.policy.v1.ExperimentChanged;
import dev.supporters.testkit.Race;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

/** How experiments are put, told and listed. */
class ExperimentServiceTest extends ExperimentServiceFixture {

    @Test
    void anExperimentIsStoredWithWhoPutItAndWhy() {
        // When
        RegionExperiments put = service.put(update("r1", "far", SATURDAY, 14, 0));

        // Then
        assertThat(put.version()).isEqualTo(1);
        assertThat(put.experiments())
                .containsExactly(
                        new Experiment(
                                plan("far", SATURDAY),
                                3,
                                2,
                                14,
                                "farther pickups",
                                "kim",
                                clock.instant(),
                                Optional.empty()));
        assertThat(service.list("", 10).regions()).containsExactly(put);
    }

    @Test
    void tellsBothVersionsUnderAKeyOfTheExperiment() {
        // When
        service.put(update("r1", "far", SATURDAY, 14, 0));

        // Then
        Event event = documents.published().getFirst();
        assertThat(event.topic()).isEqualTo(Topics.POLICIES);
        assertThat(event.key()).isEqualTo("DRIVER/seoul/far");
        ExperimentChanged told = changed(0);
        assertThat(told.getExperiment().getName()).isEqualTo("far");
        assertThat(told.getExperiment().hasStop()).isFalse();
        assertThat(told.getControl().getVersion()).isEqualTo(3);
        assertThat(told.getTreatment().getVersion()).isEqualTo(2);
        assertThat(told.getTreatment().getMaxPickup().getSeconds()).isEqualTo(25 * 60);
    }

    @Test
    void aRequestThatComesAgainChangesNothingAndWithOtherContentsIsRefused() {
        // Given
        RegionExperiments first = service.put(update("r1", "far", SATURDAY, 14, 0));

        // When
        RegionExperiments again = service.put(update("r1", "far", SATURDAY, 14, 0));

        // Then
        assertThat(again).isEqualTo(first);
        assertThat(documents.published()).hasSize(1);
        refused(
                update("r1", "farther", SATURDAY, 14, 0),
                ErrorReason.ERROR_REASON_REQUEST_ID_REUSED,
                "r1");
    }

    @Test
    void whoHasNotSeenTheLastChangeIsRefused() {
        service.put(update("r1", "far", SATURDAY, 14, 0));

        refused(
                update("r2", "later", SATURDAY.plusDays(20), 14, 0),
                ErrorReason.ERROR_REASON_VERSION_CONFLICT,
                "expected_version: 0");
    }

    @Test
    void ofTwoWhoPutAtTheSameTimeOneIsRefused() {
        List<Boolean> done =
                Race.run(
                        IntStream.range(0, 2)
                                .mapToObj(number ->
                                        (Callable<Boolean>) () -> succeeds("race-" + number))
                                .toList());

        assertThat(done).containsExactlyInAnyOrder(true, false);
        assertThat(service.list("", 10).regions().getFirst().experiments()).hasSize(1);
    }

    @Test
    void aRegionWithoutAPolicyHasNoExperiments() {
        PolicyKey busan = new PolicyKey(Product.PRODUCT_DRIVER, "busan");

        refused(
                new ExperimentUpdate("r1", busan, plan("far", SATURDAY), 3, 2, 14, "why", 0, "kim"),
                ErrorReason.ERROR_REASON_POLICY_NOT_FOUND,
                "DRIVER/busan");
    }

    @Test
    void regionsAreListedByPages() {
        PolicyKey busan = new PolicyKey(Product.PRODUCT_DRIVER, "busan");
        policy(busan, 1, terms(25, 14_000));
        policy(busan, 2, terms(15, 14_000));
        service.put(update("r1", "far", SATURDAY, 14, 0));
        service.put(
                new ExperimentUpdate(
                        "r1", busan, plan("far", SATURDAY), 2, 1, 14, "why", 0, "kim"));

        ExperimentService.Page first = service.list("", 1);
        ExperimentService.Page second = service.list(first.nextToken(), 1);

        assertThat(first.regions()).extracting(RegionExperiments::key).containsExactly(busan);
        assertThat(second.regions()).extracting(RegionExperiments::key).containsExactly(SEOUL);
        assertThat(second.nextToken()).isEmpty();
    }

    private boolean succeeds(String name) {
        try {
            service.put(update(name, name, SATURDAY, 14, ExperimentUpdate.ANY_VERSION));
            return true;
        } catch (Refusal refusal) {
            return false;
        }
    }
}
