package dev.supporters.policy.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supporters.contract.WorkWindow;
import dev.supporters.platform.event.Event;
import dev.supporters.platform.event.Topics;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.proto.common.v1.ErrorReason;
import dev.supporters.proto.events.policy.v1.PolicyEvent;
import dev.supporters.proto.policy.v1.Policy;
import dev.supporters.testkit.Race;
import dev.supporters.testkit.TestClock;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

/** Versions of a policy: who puts one names the one that it replaces. */
class PolicyServiceTest extends PolicyServiceFixture {

    @Test
    void theFirstVersionIsOne() {
        // When
        PolicyRevision put = put("r1", 10, 0);

        // Then
        assertThat(put.version()).isEqualTo(1);
        assertThat(put.updateTime()).isEqualTo(clock.instant());
        assertThat(put.updatedBy()).isEqualTo("operator-1");
        assertThat(service.get(SEOUL)).isEqualTo(put);
    }

    @Test
    void aVersionReplacesTheOneThatItNames() {
        // Given
        put("r1", 10, 0);

        // When
        PolicyRevision put = put("r2", 20, 1);

        // Then
        assertThat(put.version()).isEqualTo(2);
        assertThat(service.get(SEOUL).terms().rolloutPercent()).isEqualTo(20);
    }

    @Test
    void refusesAVersionThatNamesAnotherThanThereIs() {
        // Given
        put("r1", 10, 0);

        // When and then
        assertThatThrownBy(() -> put("r2", 20, 0))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> {
                            assertThat(refusal.reason())
                                    .isEqualTo(ErrorReason.ERROR_REASON_VERSION_CONFLICT);
                            assertThat(refusal.offending()).isEqualTo("expected_version: 0");
                            assertThat(refusal.expected()).isEqualTo("1");
                        });
    }

    @Test
    void refusesToReplaceWhatIsNotThere() {
        assertThatThrownBy(() -> put("r1", 20, 3))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal ->
                                assertThat(refusal.reason())
                                        .isEqualTo(ErrorReason.ERROR_REASON_VERSION_CONFLICT));
    }

    @Test
    void aVersionThatIsOnlyCheckedIsRefusedAsItWouldBeAndChangesNothing() {
        // Given
        PolicyRevision first = put("r1", 10, 0);
        int events = documents.published().size();

        // When
        PolicyRevision possible = service.check(update("r2", 20, 1));

        // Then
        assertThat(possible.version()).isEqualTo(2);
        assertThat(possible.terms().rolloutPercent()).isEqualTo(20);
        assertThat(service.get(SEOUL)).isEqualTo(first);
        assertThat(service.history(SEOUL, Long.MAX_VALUE, 10).revisions()).containsExactly(first);
        assertThat(documents.published()).hasSize(events);
        assertThatThrownBy(() -> service.check(update("r2", 20, 3)))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal ->
                                assertThat(refusal.reason())
                                        .isEqualTo(ErrorReason.ERROR_REASON_VERSION_CONFLICT));
    }

    @Test
    void replacesWhicheverThereIsWhenAsked() {
        // When
        put("r1", 10, PolicyUpdate.ANY_VERSION);
        put("r2", 20, PolicyUpdate.ANY_VERSION);

        // Then
        assertThat(service.get(SEOUL).version()).isEqualTo(2);
    }

    @Test
    void saysTheSameTimeBeforeAndAfterItIsStored() {
        // Given
        clock.advance(Duration.ofNanos(123_456_789));

        // When
        PolicyRevision put = put("r1", 10, 0);

        // Then
        assertThat(put.updateTime()).isEqualTo(TestClock.FRIDAY_NIGHT.plusMillis(123));
        assertThat(service.get(SEOUL)).isEqualTo(put);
    }

    @Test
    void aWindowMayHaveAnOffsetOfZero() {
        // Given
        WorkWindow window = WorkWindow.parse("+00:00", "21:00", Duration.ofHours(4));

        // When
        PolicyRevision put =
                service.put(
                        new PolicyUpdate(
                                "r1",
                                SEOUL,
                                terms(10, window),
                                Optional.empty(),
                                0,
                                "operator-1",
                                ""));

        // Then
        assertThat(service.get(SEOUL)).isEqualTo(put);
        assertThat(WorkWindow.of(PolicyMessages.policy(put))).isEqualTo(window);
    }

    @Test
    void refusesToGetAPolicyThatWasNeverPut() {
        assertThatThrownBy(() -> service.get(SEOUL))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal ->
                                assertThat(refusal.reason())
                                        .isEqualTo(ErrorReason.ERROR_REASON_POLICY_NOT_FOUND));
    }

    @Test
    void tellsTheWholePolicyUnderItsKey() {
        // When
        PolicyRevision put = put("r1", 35, 0);

        // Then
        Event event = documents.published().getFirst();
        Policy told = ((PolicyEvent) event.payload()).getPut().getPolicy();
        assertThat(event.topic()).isEqualTo(Topics.POLICIES);
        assertThat(event.key()).isEqualTo("DRIVER/seoul");
        assertThat(told).isEqualTo(PolicyMessages.policy(put));
        assertThat(told.getVersion()).isEqualTo(1);
        assertThat(told.getWindowBegin()).isEqualTo("21:00");
        assertThat(told.getRolloutPercent()).isEqualTo(35);
        assertThat(told.getBounds().getNorthEast().getLng()).isEqualTo(127.3);
        assertThat(told.getAppRules(0).getMinVersion()).isEqualTo("5.2.0");
    }

    @Test
    void ofTwoWhoReplaceTheSameVersionOneIsRefused() {
        // Given
        put("r1", 10, 0);
        List<Callable<Boolean>> operators =
                IntStream.of(20, 30)
                        .mapToObj(percent -> (Callable<Boolean>) () -> succeeds(percent))
                        .toList();

        // When
        List<Boolean> succeeded = Race.run(operators);

        // Then
        assertThat(succeeded).containsExactlyInAnyOrder(true, false);
        assertThat(service.history(SEOUL, Long.MAX_VALUE, 50).revisions())
                .extracting(PolicyRevision::version)
                .containsExactly(2L, 1L);
    }

    private boolean succeeds(int percent) {
        try {
            put("race-" + percent, percent, 1);
            return true;
        } catch (Refusal refusal) {
            return false;
        }
    }
}
