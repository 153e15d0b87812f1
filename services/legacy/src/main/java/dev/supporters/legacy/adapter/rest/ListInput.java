package dev.supporters.legacy.adapter.rest;

import dev.supporters.legacy.adapter.rest.JsonInput.InvalidInputException;
import dev.supporters.legacy.dispatch.CallList;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The query parameters of a list. */
final class ListInput {

    private static final Pattern TOKEN = Pattern.compile("([0-9]{1,15})\\.([0-9]{1,18})");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");
    private static final int STANDARD = 200;
    private static final int MOST = 1000;

    private ListInput() {}

    static Instant since(String value) {
        if (value.isEmpty()) {
            return Instant.EPOCH;
        }
        try {
            return Instant.parse(value);
        } catch (DateTimeException e) {
            throw new InvalidInputException("since", value, "a time like 2026-11-20T12:30:00Z");
        }
    }

    static int size(String value) {
        if (value.isEmpty()) {
            return STANDARD;
        }
        if (!NUMBER.matcher(value).matches() || Integer.parseInt(value) == 0) {
            throw new InvalidInputException("page_size", value, "a whole number from 1 to " + MOST);
        }
        return Math.min(MOST, Integer.parseInt(value));
    }

    static CallList.Cursor after(String token) {
        if (token.isEmpty()) {
            return CallList.Cursor.START;
        }
        Matcher matcher = TOKEN.matcher(token);
        if (!matcher.matches()) {
            throw new InvalidInputException("page_token", token, "a next_page_token");
        }
        return new CallList.Cursor(
                Instant.ofEpochMilli(Long.parseLong(matcher.group(1))), matcher.group(2));
    }

    /** Empty on the last page. */
    static String nextToken(CallList.Slice slice) {
        if (!slice.more()) {
            return "";
        }
        CallList.Cursor last = CallList.Cursor.of(slice.calls().getLast());
        return last.time().toEpochMilli() + "." + last.callId();
    }
}
