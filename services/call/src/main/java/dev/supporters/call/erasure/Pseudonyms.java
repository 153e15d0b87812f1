package dev.supporters.call.erasure;

import java.util.UUID;

/** What stands in the place of the ids of customers who were erased. It is random, so nothing leads back. */
public final class Pseudonyms {

    private Pseudonyms() {}

    public static String random() {
        return "erased-" + UUID.randomUUID();
    }
}
