package dev.supporters.call.life;

import java.util.Optional;

/** What a call becomes. Pure: it may run several times, as others change the call at the same time. */
@FunctionalInterface
public interface Transition {

    /** Decides; empty if nothing is to change. A refusal is thrown. */
    Optional<Call> next(Call call);
}
