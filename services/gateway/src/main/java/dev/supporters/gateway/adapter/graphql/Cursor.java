package dev.supporters.gateway.adapter.graphql;

import dev.supporters.platform.refusal.Refusal;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A place in a list of which the owner knows pages only: so many items into the page that a token stands for. */
record Cursor(int skip, String pageToken) {

    static final Cursor START = new Cursor(0, "");

    private static final int LONGEST = 500;

    static Cursor parse(String cursor) {
        if (cursor == null || cursor.isEmpty()) {
            return START;
        }
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            int separator = text.indexOf(':');
            int skip = Integer.parseInt(text.substring(0, Math.max(separator, 0)));
            if (skip >= 0 && skip <= LONGEST) {
                return new Cursor(skip, text.substring(separator + 1));
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
