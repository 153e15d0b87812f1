package dev.supporters.gateway.adapter.graphql.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supporters.gateway.access.Principal.Role;
import dev.supporters.gateway.adapter.graphql.server.RecentResultProvider.Answer;
import dev.supporters.gateway.adapter.graphql.server.SharedSubscriptions.SharedRequest;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

/** One answer for all who ask the same within the time that an answer may be old. */
class RecentResultProviderTest {

    private static final SharedRequest ASKED = asked("seoul", Role.OPERATOR);
    private static final Duration OLDEST = Duration.ofSeconds(3);

    private long nanos;
    private int executed;
    private final RecentResultProvider recent = new RecentResultProvider(() -> nanos);

    @Test
    void executesOnceForAllWhoTakeAnAnswerOfThisAge() {
        // When
        Answer first = get(ASKED);
        passes(Duration.ofSeconds(3));
        Answer second = get(ASKED);

        // Then
        assertThat(second).isSameAs(first);
        assertThat(executed).isEqualTo(1);
    }

    @Test
    void executesAnewWhatHasGrownOlder() {
        // When
        get(ASKED);
        passes(Duration.ofSeconds(3).plusNanos(1));
        Answer second = get(ASKED);

        // Then
        assertThat(second.text()).isEqualTo("2");
    }

    @Test
    void executesAnewForOtherValuesAndOtherRights() {
        // When
        get(ASKED);
        get(asked("busan", Role.OPERATOR));
        get(asked("seoul", Role.SERVICE));

        // Then
        assertThat(executed).isEqualTo(3);
    }

    @Test
    void keepsNoAnswerWithErrors() {
        // When
        recent.get(ASKED, OLDEST, () -> new Answer("{}", true, false));
        Answer second = get(ASKED);

        // Then
        assertThat(second.text()).isEqualTo("1");
    }

    @Test
    void keepsNoFailure() {
        // Given
        assertThatThrownBy(() ->
                        recent.get(
                                ASKED,
                                OLDEST,
                                () -> {
                                    throw new IllegalStateException("a bug");
                                }))
                .isInstanceOf(IllegalStateException.class);

        // When
        Answer second = get(ASKED);

        // Then
        assertThat(second.text()).isEqualTo("1");
    }

    @Test
    void whoComesWhileItIsExecutedGetsTheSameAnswer() throws InterruptedException {
        // Given
        AtomicReference<Answer> other = new AtomicReference<>();
        AtomicReference<Thread> meanwhile = new AtomicReference<>();

        // When
        Answer first =
                recent.get(
                        ASKED,
                        OLDEST,
                        () -> {
                            meanwhile.set(Thread.ofVirtual().start(() -> other.set(get(ASKED))));
                            return new Answer("first", true, true);
                        });
        meanwhile.get().join();

        // Then
        assertThat(other.get()).isSameAs(first);
        assertThat(executed).isZero();
    }

    @Test
    void takesTheAgeFromTheHeader() {
        assertThat(RecentResultProvider.oldest("max-age=3")).contains(Duration.ofSeconds(3));
        assertThat(RecentResultProvider.oldest("no-transform, max-age=12 , x"))
                .contains(Duration.ofSeconds(12));
        for (String none :
                new String[] {null, "", "no-cache", "max-age=0", "max-age=x", "s-max-age=3"}) {
            assertThat(RecentResultProvider.oldest(none)).as("%s", none).isEmpty();
        }
    }

    private Answer get(SharedRequest asked) {
        return recent.get(asked, OLDEST, () -> new Answer(String.valueOf(++executed), true, true));
    }

    private void passes(Duration time) {
        nanos += time.toNanos();
    }

    private static SharedRequest asked(String region, Role role) {
        return new SharedRequest(
                new RequestInput("{ a }", Optional.empty(), Map.of("region", region)),
                Set.of(role));
    }
}
