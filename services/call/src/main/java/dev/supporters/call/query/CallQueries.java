package dev.supporters.call.query;

import dev.supporters.call.life.Call;
import dev.supporters.call.life.CallFilter;
import dev.supporters.call.life.CallRefusals;
import dev.supporters.call.life.Calls;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.store.Versioned;

import jakarta.enterprise.context.ApplicationScoped;

import java.util.List;

/** Finds calls. */
@ApplicationScoped
public class CallQueries {

    private static final int MOST_AT_ONCE = 1000;

    private final Calls calls;

    public CallQueries(Calls calls) {
        this.calls = calls;
    }

    public Versioned<Call> get(String callId) {
        return calls.find(callId).orElseThrow(() -> CallRefusals.notFound(callId));
    }

    public List<Versioned<Call>> batchGet(List<String> callIds) {
        if (callIds.size() > MOST_AT_ONCE) {
            throw Refusal.invalid("call_ids", callIds.size() + " ids", "at most " + MOST_AT_ONCE);
        }
        return calls.findAll(callIds);
    }

    public CallPage list(CallFilter filter, int pageSize) {
        List<Versioned<Call>> found = calls.list(filter, pageSize + 1);
        if (found.size() <= pageSize) {
            return new CallPage(found, "");
        }
        List<Versioned<Call>> page = found.subList(0, pageSize);
        return new CallPage(page, PageToken.after(page.getLast().value()));
    }
}
