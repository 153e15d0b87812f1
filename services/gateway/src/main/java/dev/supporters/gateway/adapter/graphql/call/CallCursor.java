package dev.supporters.gateway.adapter.graphql.call;

import dev.supporters.platform.refusal.Refusal;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A position in a list that its owner only gives page by page: the token of a page, and how many of its items to skip. */
record CallCursor(int skip, String pageToken) {

    static final CallCursor START = new CallCursor(0, "");

    private static final int LONGEST = 500;

    static CallCursor parse(String cursor) {
        if (cursor == null || cursor.isEmpty()) {
            return START;
        }
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            int separator = text.indexOf(':');
            int skip = Integer.parseInt(text.substring(0, Math.max(separator, 0)));
            if (skip >= 0 && skip <= LONGEST) {
                return new CallCursor(skip, text.substring(separator + 1));
            }
        } catch (IllegalArgumentException e) {
            throw unknown(cursor);
        }
        throw unknown(cursor);
    }

    String text() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((skip + ":" + pageToken).getBytes(StandardCharsets.UTF_8));
    }

    private static Refusal unknown(String cursor) {
        return Refusal.invalid("after", cursor, "a cursor that was given with a call");
    }
}
