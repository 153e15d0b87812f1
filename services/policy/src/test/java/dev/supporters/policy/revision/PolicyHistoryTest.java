package dev.supporters.policy.revision;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;

/** What was in force before, and why it was put. */
class PolicyHistoryTest extends PolicyServiceFixture {

    @Test
    void theHistorySaysWhyEachVersionWasPutAndTheEventDoesNot() {
        // Given
        because("r1", "too few of them last night, says Kim");
        because("r2", "");
        because("r3", "the new year");

        // When
        List<PolicyRevision> history = service.history(SEOUL, Long.MAX_VALUE, 10).revisions();

        // Then
        assertThat(history)
                .extracting(revision -> PolicyMessages.policy(revision).getUpdateReason())
                .containsExactly("the new year", "", "too few of them last night, says Kim");
        assertThat(documents.published())
                .hasSize(3)
                .noneMatch(event -> event.payload().toString().contains("Kim"));
    }

    @Test
    void theHistoryHasEveryVersionNewestFirst() {
        // Given
        put("r1", 10, 0);
        put("r2", 20, 1);
        put("r3", 30, 2);

        // When
        PolicyService.Page first = service.history(SEOUL, Long.MAX_VALUE, 2);
        PolicyService.Page second = service.history(SEOUL, Long.parseLong(first.nextToken()), 2);

        // Then
        assertThat(first.revisions()).extracting(PolicyRevision::version).containsExactly(3L, 2L);
        assertThat(second.revisions()).extracting(PolicyRevision::version).containsExactly(1L);
        assertThat(second.revisions().getFirst().terms().rolloutPercent()).isEqualTo(10);
        assertThat(second.nextToken()).isEmpty();
    }

    @Test
    void theHistoryIsInOrderBeyondNineVersions() {
        // Given
        for (int version = 1; version <= 12; version++) {
            put("r" + version, version, version - 1);
        }

        // When
        PolicyService.Page page = service.history(SEOUL, 11, 3);

        // Then
        assertThat(page.revisions())
                .extracting(PolicyRevision::version)
                .containsExactly(10L, 9L, 8L);
        assertThat(page.nextToken()).isEqualTo("8");
    }

    @Test
    void aPolicyThatWasNeverPutHasNoHistory() {
        assertThat(service.history(SEOUL, Long.MAX_VALUE, 50).revisions()).isEmpty();
    }
}
