package dev.supporters.policy.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supporters.platform.event.Event;
import dev.supporters.platform.event.Topics;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.policy.adapter.mongo.RevisionMapper;
import dev.supporters.proto.common.v1.AppPlatform;
import dev.supporters.proto.common.v1.ErrorReason;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.common.v1.RefusalConsequence;
import dev.supporters.proto.events.policy.v1.PolicyEvent;
import dev.supporters.proto.policy.v1.Policy;
import dev.supporters.testkit.InMemoryAggregateStore;
import dev.supporters.testkit.Race;
import dev.supporters.testkit.TestClock;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

class PolicyBookTest {

    private static final PolicyKey SEOUL = new PolicyKey(Product.PRODUCT_DRIVER, "seoul");

    private final TestClock clock = new TestClock();
    private final InMemoryAggregateStore<Revision> documents =
            new InMemoryAggregateStore<>(new RevisionMapper());
    private final PolicyBook book =
            new PolicyBook(
                    documents,
                    (key, limit) -> {
                        throw new AssertionError("no list is asked for");
                    },
                    new InMemoryArchive(),
                    clock);

    @Test
    void theFirstVersionIsOne() {
        // When
        Revision put = put("r1", 10, 0);

        // Then
        assertThat(put.version()).isEqualTo(1);
        assertThat(put.updateTime()).isEqualTo(clock.instant());
        assertThat(put.updatedBy()).isEqualTo("operator-1");
        assertThat(book.get(SEOUL)).isEqualTo(put);
    }

    @Test
    void aVersionReplacesTheOneThatItNames() {
        // Given
        put("r1", 10, 0);

        // When
        Revision put = put("r2", 20, 1);

        // Then
        assertThat(put.version()).isEqualTo(2);
        assertThat(book.get(SEOUL).terms().rolloutPercent()).isEqualTo(20);
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
    void replacesWhicheverThereIsWhenAsked() {
        // When
        put("r1", 10, PutOrder.ANY_VERSION);
        put("r2", 20, PutOrder.ANY_VERSION);

        // Then
        assertThat(book.get(SEOUL).version()).isEqualTo(2);
    }

    @Test
    void theSameRequestAgainGetsTheVersionThatItMade() {
        // Given
        Revision first = put("r1", 10, 0);
        put("r2", 20, 1);

        // When
        Revision again = put("r1", 10, 0);

        // Then
        assertThat(again).isEqualTo(first);
        assertThat(book.get(SEOUL).version()).isEqualTo(2);
        assertThat(documents.published()).hasSize(2);
    }

    @Test
    void refusesToGetAPolicyThatWasNeverPut() {
        assertThatThrownBy(() -> book.get(SEOUL))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal ->
                                assertThat(refusal.reason())
                                        .isEqualTo(ErrorReason.ERROR_REASON_POLICY_NOT_FOUND));
    }

    @Test
    void tellsTheWholePolicyUnderItsKey() {
        // When
        Revision put = put("r1", 35, 0);

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
    void theHistoryHasEveryVersionNewestFirst() {
        // Given
        put("r1", 10, 0);
        put("r2", 20, 1);
        put("r3", 30, 2);

        // When
        Page<Revision> first = book.history(SEOUL, Long.MAX_VALUE, 2);
        Page<Revision> second = book.history(SEOUL, Long.parseLong(first.nextToken()), 2);

        // Then
        assertThat(first.items()).extracting(Revision::version).containsExactly(3L, 2L);
        assertThat(second.items()).extracting(Revision::version).containsExactly(1L);
        assertThat(second.items().getFirst().terms().rolloutPercent()).isEqualTo(10);
        assertThat(second.nextToken()).isEmpty();
    }

    @Test
    void aPolicyThatWasNeverPutHasNoHistory() {
        assertThat(book.history(SEOUL, Long.MAX_VALUE, 50).items()).isEmpty();
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
        assertThat(book.history(SEOUL, Long.MAX_VALUE, 50).items())
                .extracting(Revision::version)
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

    private Revision put(String requestId, int rolloutPercent, long expectedVersion) {
        return book.put(
                new PutOrder(
                        requestId, SEOUL, terms(rolloutPercent), expectedVersion, "operator-1"));
    }

    private static Terms terms(int rolloutPercent) {
        return new Terms(
                new Bounds(37.2, 126.7, 37.7, 127.3),
                WorkWindow.parse("Asia/Seoul", "21:00", Duration.ofHours(4)),
                Duration.ofSeconds(5),
                RefusalConsequence.REFUSAL_CONSEQUENCE_GENERAL,
                Wage.parse(14_000, "KRW"),
                false,
                rolloutPercent,
                Duration.ofMinutes(15),
                32,
                List.of(new AppRule(AppPlatform.APP_PLATFORM_ANDROID, "5.2.0")),
                Duration.ofSeconds(120));
    }
}
