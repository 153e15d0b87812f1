package dev.supporters.gateway.adapter.grpc;

import dev.supporters.gateway.adapter.http.RequestIds;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.request.RequestId;
import dev.supporters.platform.rpc.Remotes;
import dev.supporters.proto.common.v1.ErrorReason;

import io.grpc.Context;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import java.util.function.Supplier;

/** Calls another service within its bounds, in the name of the present request. */
@ApplicationScoped
public class Outbound {

    private static final Logger LOG = Logger.getLogger(Outbound.class);

    private final Remotes remotes;
    private final RequestIds requestIds;

    Outbound(Remotes remotes, RequestIds requestIds) {
        this.remotes = remotes;
        this.requestIds = requestIds;
    }

    public <T> T call(String remote, Supplier<T> call) {
        Context context = requestIds.context();
        Context before = context.attach();
        try (RequestId.Scope scope = RequestId.log(context)) {
            return remotes.named(remote).call(call);
        } catch (Refusal refusal) {
            throw refusal.reason() == ErrorReason.ERROR_REASON_UNAUTHENTICATED
                    ? misconfigured(remote)
                    : refusal;
        } finally {
            context.detach(before);
        }
    }

    /** It is us whom the service does not know, not the one who asks us. */
    private static Refusal misconfigured(String remote) {
        LOG.errorf("service token is refused remote=%s", remote);
        return new Refusal(ErrorReason.ERROR_REASON_INTERNAL, "an internal fault", "an answer");
    }
}
