package dev.supporters.gateway.adapter.graphql.server;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import dev.supporters.gateway.adapter.graphql.server.SharedSubscriptions.SharedRequest;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Answers of queries for those who say that an answer may be so old ({@code Cache-Control: max-age=3}), as pages do that ask again and again:
 * executed once for all who ask the same with the same rights. What has errors is kept for nobody.
 */
final class RecentResultProvider {

    private static final Pattern MAX_AGE =
            Pattern.compile("(?:.*[ ,])?max-age=([0-9]{1,4})(?: *,.*)?");
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final int MOST = 200;

    /** A longer answer is kept for nobody: all that are kept together stay below 40 MB. */
    private static final int LONGEST_ANSWER = 100_000;

    private final Cache<SharedRequest, Made> results =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(LONGEST).build();
    private final LongSupplier nanos;

    /**
     * @param nanos real time, as {@link System#nanoTime()}
     */
    RecentResultProvider(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /**
     * An answer as it is sent.
     *
     * @param executed whether the query was executed, whatever came of its fields
     * @param whole whether it has no errors
     */
    record Answer(String text, boolean executed, boolean whole) {}

    private record Made(long began, CompletableFuture<Answer> answer) {}

    /** How old an answer may be, by a request's header; empty for one that is to be new. */
    static Optional<Duration> oldest(String cacheControl) {
        if (cacheControl == null) {
            return Optional.empty();
        }
        Matcher maxAge = MAX_AGE.matcher(cacheControl);
        return maxAge.matches()
                ? Optional.of(Duration.ofSeconds(Long.parseLong(maxAge.group(1))))
                        .filter(Duration::isPositive)
                : Optional.empty();
    }

    /** An answer that was begun at most so long ago, or a new one. */
    Answer get(SharedRequest asked, Duration oldest, Supplier<Answer> execution) {
        long now = nanos.getAsLong();
        // looking at one that is kept keeps it for longer, so its age is what counts
        long most = Math.min(oldest.toNanos(), LONGEST.toNanos());
        Made own = new Made(now, new CompletableFuture<>());
        Made used =
                results.asMap()
                        .compute(
                                asked,
                                (_, known) ->
                                        known != null && now - known.began() <= most ? known : own);
        if (used.equals(own)) {
            return make(asked, own, execution);
        }
        Answer shared = await(used);
        return shared.whole() ? shared : execution.get();
    }

    private Answer make(SharedRequest asked, Made own, Supplier<Answer> execution) {
        try {
            Answer answer = execution.get();
            if (!answer.whole() || answer.text().length() > LONGEST_ANSWER) {
                results.asMap().remove(asked, own);
            }
            own.answer().complete(answer);
            return answer;
        } catch (RuntimeException | Error e) {
            // an Error, too: others wait for the answer
            results.asMap().remove(asked, own);
            own.answer().completeExceptionally(e);
            throw e;
        }
    }

    private static Answer await(Made used) {
        try {
            return used.answer().join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw e;
        }
    }
}
