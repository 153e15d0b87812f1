package dev.supporters.platform.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.client.model.PushOptions;
import com.mongodb.client.model.Updates;

import org.bson.Document;
import org.bson.conversions.Bson;

import java.util.ArrayList;
import java.util.List;

/**
 * The causes that a document remembers. Those of requests that changed nothing are kept apart: they are fewer, so that however many come
 * they put no cause of a change out.
 *
 * @param applied of changes, oldest first
 * @param unchanged of requests that found nothing to change, oldest first
 * @param times how many of these were remembered so far; a document whose version is the same, but not this number, has another one
 */
record KnownCauses(List<String> applied, List<String> unchanged, long times) {

    static final int MOST_APPLIED = 64;
    static final int MOST_UNCHANGED = 16;

    private static final String APPLIED = "applied";
    private static final String UNCHANGED = "unchanged";
    private static final String TIMES = "unchangedTimes";
    private static final KnownCauses NONE = new KnownCauses(List.of(), List.of(), 0);

    KnownCauses {
        applied = List.copyOf(applied);
        unchanged = List.copyOf(unchanged);
    }

    static KnownCauses none() {
        return NONE;
    }

    /** A document that was never asked in vain has no fields for that, as those of earlier versions. */
    static KnownCauses of(Document document) {
        return new KnownCauses(
                document.getList(APPLIED, String.class, List.of()),
                document.getList(UNCHANGED, String.class, List.of()),
                document.get(TIMES, Number.class) instanceof Number times ? times.longValue() : 0);
    }

    /** Refused: REQUEST_ID_REUSED. */
    boolean has(String cause) {
        return RequestCause.applied(cause, applied) || RequestCause.applied(cause, unchanged);
    }

    /** With the cause of a change; an empty one is none. */
    KnownCauses changedBy(String cause) {
        return new KnownCauses(newest(applied, cause, MOST_APPLIED), unchanged, times);
    }

    /** With a request that changed nothing. */
    KnownCauses unchangedBy(String cause) {
        return new KnownCauses(applied, newest(unchanged, cause, MOST_UNCHANGED), times + 1);
    }

    /** Finds the document if it is as it was: no change since, and no other request that changed nothing. */
    Document asItWas(String id, long version) {
        return new Document("_id", id).append("version", version).append(TIMES, stored());
    }

    /** The same, for those who find it otherwise. */
    Bson guard() {
        return eq(TIMES, stored());
    }

    /** Finds the document as it was before: an older version, or the same one when it had been asked in vain less often. */
    Bson older(String id, long version) {
        return and(
                eq("_id", id),
                or(
                        lt("version", version),
                        and(eq("version", version), or(eq(TIMES, null), lt(TIMES, times)))));
    }

    private Object stored() {
        return times == 0 ? null : times;
    }

    Document write(Document document) {
        document.append(APPLIED, applied);
        return times == 0 ? document : document.append(UNCHANGED, unchanged).append(TIMES, times);
    }

    static Bson push(String cause) {
        return Updates.pushEach(APPLIED, List.of(cause), new PushOptions().slice(-MOST_APPLIED));
    }

    static Bson pushUnchanged(String cause) {
        return Updates.combine(
                Updates.pushEach(
                        UNCHANGED, List.of(cause), new PushOptions().slice(-MOST_UNCHANGED)),
                Updates.inc(TIMES, 1L));
    }

    private static List<String> newest(List<String> before, String cause, int most) {
        if (cause.isEmpty()) {
            return before;
        }
        List<String> all = new ArrayList<>(before);
        all.add(cause);
        return all.subList(Math.max(0, all.size() - most), all.size());
    }
}
