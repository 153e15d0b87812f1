package dev.supporters.call.life;

import static java.util.Objects.requireNonNull;

import dev.supporters.contract.CallId;
import dev.supporters.contract.DriverId;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.store.Versioned;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of a list of calls. Lists are sorted by request time and id, the greatest first; that of parked calls by the time since when
 * and id, the smallest first.
 *
 * @param nextToken empty on the last page
 */
public record CallPage(List<Versioned<Call>> calls, String nextToken) {

    public CallPage {
        calls = List.copyOf(calls);
        requireNonNull(nextToken);
    }

    /**
     * Which calls are wanted.
     *
     * @param states any of these; empty for all
     * @param customerId empty for all
     * @param driverId empty for all
     * @param begin requested at or after this
     * @param end requested before this
     * @param after only those that come after this one in the list
     */
    public record Filter(
            Set<CallState.Kind> states,
            String customerId,
            Optional<DriverId> driverId,
            Instant begin,
            Instant end,
            Optional<Cursor> after) {

        /** Before every call; MongoDB's times and Java's both have it. */
        public static final Instant EVER = Instant.parse("0001-01-01T00:00:00Z");

        /** After every call. */
        public static final Instant FOREVER = Instant.parse("9999-12-31T00:00:00Z");

        public Filter {
            states = Set.copyOf(states);
            requireNonNull(customerId);
            requireNonNull(driverId);
            requireNonNull(begin);
            requireNonNull(end);
            requireNonNull(after);
        }
    }

    /** The last call of a page. As text it is the token of the next page. */
    public record Cursor(Instant createTime, CallId callId) {

        private static final Pattern TOKEN = Pattern.compile("(-?[0-9]{1,15})\\.([0-9]{1,18})");

        public Cursor {
            requireNonNull(createTime);
            requireNonNull(callId);
        }

        public static Cursor of(Call call) {
            return new Cursor(call.order().createTime(), call.id());
        }

        /** In a list that is sorted by the time at which calls came to their states. */
        public static Cursor ofUnchanged(Call call) {
            return new Cursor(call.since(), call.id());
        }

        /** In the list of parked calls, which is sorted by the time since when. */
        static Cursor ofParked(Call call) {
            return new Cursor(call.followUps().parkedSince().orElseThrow(), call.id());
        }

        /** Empty for the first page. */
        public static Optional<Cursor> parse(String token) {
            if (token.isEmpty()) {
                return Optional.empty();
            }
            Matcher matcher = TOKEN.matcher(token);
            if (!matcher.matches()) {
                throw Refusal.invalid("page_token", token, "a next_page_token of the same request");
            }
            return Optional.of(
                    new Cursor(
                            Instant.ofEpochMilli(Long.parseLong(matcher.group(1))),
                            new CallId(matcher.group(2))));
        }

        String token() {
            return createTime.toEpochMilli() + "." + callId;
        }
    }
}
