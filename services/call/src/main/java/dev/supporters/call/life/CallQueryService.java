package dev.supporters.call.life;

import dev.supporters.contract.CallId;
import dev.supporters.platform.store.ListPage;
import dev.supporters.platform.store.Versioned;

import jakarta.enterprise.context.ApplicationScoped;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

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
        return page(calls.list(filter, pageSize + 1), pageSize, CallPage.Cursor::of);
    }

    public List<Versioned<Call>> near(Nearby nearby) {
        return calls.near(nearby);
    }

    /** Calls of which something was given up, the longest parked first. */
    public CallPage parked(Optional<CallPage.Cursor> after, int pageSize) {
        return page(calls.parked(after, pageSize + 1), pageSize, CallPage.Cursor::ofParked);
    }

    private static CallPage page(
            List<Versioned<Call>> found, int pageSize, Function<Call, CallPage.Cursor> cursor) {
        ListPage<Versioned<Call>> page =
                ListPage.of(found, pageSize, last -> cursor.apply(last.value()).token());
        return new CallPage(page.items(), page.nextToken());
    }
}
