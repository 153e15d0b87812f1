package dev.supporters.platform.store;

import java.util.Optional;

/** A pure decision about an aggregate. It may run several times, as others change the aggregate at the same time. */
@FunctionalInterface
public interface ChangeDecision<T> {

    /**
     * Decides.
     *
     * @param current the aggregate as it stands; empty when there is none
     * @param nextVersion the version that the change would make
     * @return the change; empty when nothing is to change. A refusal is thrown.
     */
    Optional<Change<T>> decide(Optional<T> current, long nextVersion);
}
