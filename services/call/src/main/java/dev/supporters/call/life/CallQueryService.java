package dev.supporters.call.life;

import dev.supporters.contract.CallId;
import dev.supporters.platform.store.Versioned;

import jakarta.enterprise.context.ApplicationScoped;

import java.util.List;

/** Finds calls, also those that ended long ago. */
@ApplicationScoped
public class CallQueryService {

    private final CallRepository calls;

    public CallQueryService(CallRepository calls) {
        this.calls = calls;
    }

    public Versioned<Call> get(CallId callId) {
        return calls.find(callId).orElseThrow(() -> CallRefusals.notFound(callId));
    }

    public List<Versioned<Call>> batchGet(List<CallId> callIds) {
        return calls.findAll(callIds);
    }

    public CallPage list(CallPage.Filter filter, int pageSize) {
        List<Versioned<Call>> found = calls.list(filter, pageSize + 1);
        if (found.size() <= pageSize) {
            return new CallPage(found, "");
        }
        List<Versioned<Call>> page = found.subList(0, pageSize);
        return new CallPage(page, CallPage.Cursor.of(page.getLast().value()).token());
    }
}
