package dev.supporters.legacy.dispatch;

import dev.supporters.platform.store.Versioned;

/** Gets the state of each call after a change, and of all live calls at start. Two changes may arrive in the wrong order: compare their versions. */
public interface CallListener {

    void changed(Versioned<GeneralCall> call);
}
