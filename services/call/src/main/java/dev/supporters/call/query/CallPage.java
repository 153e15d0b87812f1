package dev.supporters.call.query;

import static java.util.Objects.requireNonNull;

import dev.supporters.call.life.Call;
import dev.supporters.platform.store.Versioned;

import java.util.List;

/**
 * A part of a list of calls.
 *
 * @param nextToken empty on the last page
 */
public record CallPage(List<Versioned<Call>> calls, String nextToken) {

    public CallPage {
        calls = List.copyOf(calls);
        requireNonNull(nextToken);
    }
}
