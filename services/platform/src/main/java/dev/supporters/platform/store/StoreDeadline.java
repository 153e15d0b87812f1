package dev.supporters.platform.store;

import com.mongodb.client.MongoCollection;

import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.rpc.CallDeadline;
import dev.supporters.proto.common.v1.ErrorReason;

import org.bson.Document;

import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** Bounds what is asked of the store by the time for which the caller of this process still waits. */
public final class StoreDeadline {

    /** Views by their bounds, of which there are few: one that is made anew looks for all its codecs anew. */
    private static final Map<MongoCollection<Document>, Map<Long, MongoCollection<Document>>>
            VIEWS = Collections.synchronizedMap(new WeakHashMap<>());

    private StoreDeadline() {}

    /**
     * A view of the collection whose next operation takes no longer: choosing the server, waiting for a connection, the store's own
     * time and repeated tries together. Without a deadline it is bounded by the client's settings alone.
     *
     * @throws Refusal DEADLINE_EXCEEDED if nobody waits any more
     */
    public static MongoCollection<Document> within(MongoCollection<Document> collection) {
        return CallDeadline.remaining().map(left -> within(left, collection)).orElse(collection);
    }

    private static MongoCollection<Document> within(
            Duration left, MongoCollection<Document> collection) {
        long millis = left.toMillis(); // 0 would mean no bound
        if (millis <= 0) {
            throw new Refusal(
                    ErrorReason.ERROR_REASON_DEADLINE_EXCEEDED,
                    "the caller's deadline is over",
                    "a caller who waits");
        }
        return VIEWS.computeIfAbsent(collection, _ -> new ConcurrentHashMap<>())
                .computeIfAbsent(
                        rounded(millis),
                        bound -> collection.withTimeout(bound, TimeUnit.MILLISECONDS));
    }

    /** Down to its first four binary digits: less by an eighth at most. */
    static long rounded(long millis) {
        int digits = Long.SIZE - Long.numberOfLeadingZeros(millis);
        int rest = Math.max(0, digits - 4);
        return millis >> rest << rest;
    }
}
