package dev.supporters.legacy.dispatch;

import dev.supporters.platform.store.Versioned;

/** Is told the state of calls, after each change and at start. Two changes may come in the wrong order: compare the versions. */
public interface CallListener {

    void changed(Versioned<GeneralCall> call);
}
