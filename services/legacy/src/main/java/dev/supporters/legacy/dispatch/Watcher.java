package dev.supporters.legacy.dispatch;

import dev.supporters.platform.store.Versioned;

/** Learns how calls stand, after each change and at start. Two changes may come in the wrong order: the version tells. */
public interface Watcher {

    void stands(Versioned<LegacyCall> call);
}
