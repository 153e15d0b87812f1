package dev.supporters.insight.decision;

import dev.supporters.contract.CallId;

import java.util.List;

/** The choices for held calls. */
public interface PoolRepository {

    /** Keeps one, once for each event. */
    void put(KeptPool pool);

    /** Those in which a call took part, the newest first. */
    List<KeptPool> newestOf(CallId callId, int most);
}
