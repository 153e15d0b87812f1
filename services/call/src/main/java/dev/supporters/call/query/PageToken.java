package dev.supporters.call.query;

import dev.supporters.call.life.Call;
import dev.supporters.call.life.CallFilter.Cursor;
import dev.supporters.platform.refusal.Refusal;

import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A place in the list of calls, as text. */
public final class PageToken {

    private static final Pattern TOKEN = Pattern.compile("(-?[0-9]{1,15})\\.([0-9]{1,18})");

    private PageToken() {}

    /** The place behind a call. */
    static String after(Call call) {
        return call.order().createTime().toEpochMilli() + "." + call.id();
    }

    public static Cursor parse(String token) {
        if (token.isEmpty()) {
            return Cursor.START;
        }
        Matcher matcher = TOKEN.matcher(token);
        if (!matcher.matches()) {
            throw Refusal.invalid("page_token", token, "a next_page_token of the same request");
        }
        return new Cursor(Instant.ofEpochMilli(Long.parseLong(matcher.group(1))), matcher.group(2));
    }
}
