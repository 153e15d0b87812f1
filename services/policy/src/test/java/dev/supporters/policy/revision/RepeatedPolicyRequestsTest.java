package dev.supporters.policy.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supporters.platform.refusal.Refusal;
import dev.supporters.proto.common.v1.ErrorReason;
import dev.supporters.proto.common.v1.Product;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Said once, done once (rule 16). */
class RepeatedPolicyRequestsTest extends PolicyServiceFixture {

    @Test
    void aRequestThatComesAgainIsAnsweredWithItsVersionAndRefusedWithOtherContents() {
        // Given
        PolicyRevision first = put("r1", 10, 0);
        put("r2", 20, 1);

        // When and then
        assertThat(put("r1", 10, 0)).isEqualTo(first);
        assertThatThrownBy(() -> put("r1", 30, 0))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal ->
                                assertThat(refusal.reason())
                                        .isEqualTo(ErrorReason.ERROR_REASON_REQUEST_ID_REUSED));
        assertThat(service.get(SEOUL).terms().rolloutPercent()).isEqualTo(20);
    }

    @Test
    void theSameRequestAgainGetsTheVersionThatItMade() {
        // Given
        PolicyRevision first = put("r1", 10, 0);
        put("r2", 20, 1);

        // When
        PolicyRevision again = put("r1", 10, 0);

        // Then
        assertThat(again).isEqualTo(first);
        assertThat(service.get(SEOUL).version()).isEqualTo(2);
        assertThat(documents.published()).hasSize(2);
    }

    @Test
    void theSameRequestIdForTwoPoliciesOfARegionGetsEachItsOwn() {
        // Given
        PolicyKey other = new PolicyKey(Product.PRODUCT_UNSPECIFIED, "seoul");
        PolicyRevision ofOther = put(other, "r1", 50);
        PolicyRevision ofSeoul = put(SEOUL, "r1", 60);
        put(other, "r2", 51);
        put(SEOUL, "r2", 61);

        // When
        PolicyRevision againOfOther = put(other, "r1", 50);
        PolicyRevision againOfSeoul = put(SEOUL, "r1", 60);

        // Then
        assertThat(againOfOther).isEqualTo(ofOther);
        assertThat(againOfSeoul).isEqualTo(ofSeoul);
    }

    @Test
    void aRequestThatIsRepeatedForAnotherReasonIsRefused() {
        // Given
        PolicyRevision put = because("r1", "the new year");

        // When and then
        assertThat(because("r1", "the new year")).isEqualTo(put);
        assertThatThrownBy(() -> because("r1", "another"))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal ->
                                assertThat(refusal.reason())
                                        .isEqualTo(ErrorReason.ERROR_REASON_REQUEST_ID_REUSED));
    }

    @Test
    void aRequestThatComesAgainAfterItsTimeIsAnsweredAndWithAnotherTimeRefused() {
        // Given
        Optional<Instant> soon = Optional.of(clock.instant().plusSeconds(60));
        PolicyRevision first = put("r1", 10, soon);
        clock.advance(Duration.ofHours(1));

        // When and then
        assertThat(put("r1", 10, soon)).isEqualTo(first);
        assertThatThrownBy(() -> put("r1", 10, Optional.empty()))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal ->
                                assertThat(refusal.reason())
                                        .isEqualTo(ErrorReason.ERROR_REASON_REQUEST_ID_REUSED));
    }
}
