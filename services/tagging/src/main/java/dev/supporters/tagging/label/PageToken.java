package dev.supporters.tagging.label;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.supporters.platform.refusal.Refusal;

import java.util.Base64;

/** The last id of a page, made opaque. */
final class PageToken {

    private PageToken() {}

    static String write(String lastId) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(lastId.getBytes(UTF_8));
    }

    /** Empty for an empty token. */
    static String read(String token) {
        try {
            return new String(Base64.getUrlDecoder().decode(token), UTF_8);
        } catch (IllegalArgumentException e) {
            throw Refusal.invalid("page_token", token, "next_page_token of the answer before");
        }
    }
}
