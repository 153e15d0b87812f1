package dev.supporters.gateway.adapter.grpc;

import com.google.protobuf.Message;

import dev.supporters.gateway.adapter.http.RequestIdProvider;
import dev.supporters.gateway.adapter.http.SessionProvider;
import dev.supporters.gateway.validation.RequestChecks;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.request.RequestId;
import dev.supporters.platform.rpc.GuardedCalls;
import dev.supporters.proto.common.v1.ErrorReason;

import io.grpc.Context;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Calls another service with its deadline and limits, as part of the present request. Each call runs on its own virtual thread. The
 * reason: Quarkus keeps the gRPC context, with its deadline, where all threads of one request share it, and the fields of one query
 * run at the same time. Without it, one field's deadline or end would become another's.
 */
@ApplicationScoped
public class ServiceInvoker {

    private static final Logger LOG = Logger.getLogger(ServiceInvoker.class);

    private final GuardedCalls remotes;
    private final RequestIdProvider requestIds;
    private final SessionProvider sessions;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    ServiceInvoker(GuardedCalls remotes, RequestIdProvider requestIds, SessionProvider sessions) {
        this.remotes = remotes;
        this.requestIds = requestIds;
        this.sessions = sessions;
    }

    /** Sends a request that is within the bounds of the protos. */
    public <Q extends Message, A> A call(String remote, Q request, Function<Q, A> method) {
        RequestChecks.check(request);
        return call(remote, () -> method.apply(request));
    }

    public <T> T call(String remote, Supplier<T> call) {
        try {
            return asked(remote, call);
        } catch (Refusal refusal) {
            throw refusesUs(refusal.reason()) ? misconfigured(remote, refusal) : refusal;
        }
    }

    /** What a person asks by hand: that the service does not let the gateway ask it is an answer, too. */
    public <T> T callByHand(String remote, Supplier<T> call) {
        try {
            return asked(remote, call);
        } catch (Refusal refusal) {
            throw refusal.reason() == ErrorReason.ERROR_REASON_UNAUTHENTICATED
                    ? misconfigured(remote, refusal)
                    : refusal;
        }
    }

    private <T> T asked(String remote, Supplier<T> call) {
        Context context = forWhom(requestIds.context());
        Supplier<T> traced =
                io.opentelemetry.context.Context.current()
                        .wrapSupplier(() -> within(context, remote, call));
        return answer(threads.submit(traced::get), remote);
    }

    /** The services check again that a person asks about her own things only. */
    private Context forWhom(Context context) {
        return sessions.endUser().map(user -> user.asking(context)).orElse(context);
    }

    @PreDestroy
    void close() {
        threads.shutdown();
    }

    private <T> T within(Context context, String remote, Supplier<T> call) {
        Context before = context.attach();
        try (RequestId.Scope scope = RequestId.log(context)) {
            return remotes.named(remote).call(call);
        } finally {
            context.detach(before);
        }
    }

    private static <T> T answer(Future<T> answer, String remote) {
        try {
            return answer.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Refusal refusal) {
                throw refusal;
            }
            throw new IllegalStateException("a fault in calling " + remote, e.getCause());
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new Refusal(ErrorReason.ERROR_REASON_UNAVAILABLE, "interrupted", "an answer");
        }
    }

    /** The service refuses the gateway itself, not the one who asks. */
    private static boolean refusesUs(ErrorReason reason) {
        return reason == ErrorReason.ERROR_REASON_UNAUTHENTICATED
                || reason == ErrorReason.ERROR_REASON_CALLER_NOT_ALLOWED;
    }

    private static Refusal misconfigured(String remote, Refusal refusal) {
        LOG.errorf("the gateway is refused remote=%s reason=%s", remote, refusal.reasonName());
        return new Refusal(ErrorReason.ERROR_REASON_INTERNAL, "an internal fault", "an answer");
    }
}
