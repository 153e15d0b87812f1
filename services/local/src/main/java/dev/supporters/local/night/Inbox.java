package dev.supporters.local.night;

import com.fasterxml.jackson.databind.JsonNode;

/** What a subscription brings. */
sealed interface Inbox {

    /** A message: its data, and the text as it came. */
    record News(JsonNode data, String text) implements Inbox {}

    /** The connection is there, or there again: what happened before is not known. */
    record Connected() implements Inbox {}
}
