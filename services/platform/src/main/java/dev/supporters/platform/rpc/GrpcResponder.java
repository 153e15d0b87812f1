package dev.supporters.platform.rpc;

import com.mongodb.MongoException;

import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.refusal.RefusalStatus;
import dev.supporters.platform.refusal.StoreErrors;
import dev.supporters.platform.request.RequestId;
import dev.supporters.proto.common.v1.ErrorReason;

import io.grpc.Context;
import io.grpc.StatusRuntimeException;
import io.quarkus.virtual.threads.VirtualThreads;
import io.smallrye.mutiny.Uni;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;

/**
 * Answers gRPC methods with blocking code on virtual threads, carrying deadline, trace and request id along, and turns refusals into
 * statuses. (Quarkus' own annotation for virtual threads loses calls under load in the version we build on.)
 */
@ApplicationScoped
public class GrpcResponder {

    private static final Logger LOG = Logger.getLogger(GrpcResponder.class);

    private final ExecutorService virtualThreads;

    GrpcResponder(@VirtualThreads ExecutorService virtualThreads) {
        this.virtualThreads = virtualThreads;
    }

    public <T> Uni<T> answer(Supplier<T> blocking) {
        Context call = Context.current();
        io.opentelemetry.context.Context trace = io.opentelemetry.context.Context.current();
        return Uni.createFrom()
                .emitter(emitter ->
                        virtualThreads.execute(
                                trace.wrap(() -> {
                                    try (RequestId.Scope scope = RequestId.log(call)) {
                                        requireWaiting(call);
                                        emitter.complete(
                                                GrpcContext.within(
                                                        call,
                                                        () ->
                                                                CallDeadline.withinCallers(
                                                                        call, blocking)));
                                    } catch (Refusal refusal) {
                                        LOG.debugf("refused reason=%s", refusal.reasonName());
                                        emitter.fail(RefusalStatus.toStatus(refusal));
                                    } catch (StatusRuntimeException status) {
                                        emitter.fail(status);
                                    } catch (RuntimeException | Error failure) {
                                        // an Error, too: who waits for the answer gets one
                                        emitter.fail(
                                                RefusalStatus.toStatus(refusal(call, failure)));
                                    }
                                })));
    }

    private static Refusal refusal(Context call, Throwable failure) {
        if (failure instanceof MongoException store && StoreErrors.temporary(store)) {
            LOG.warnf("the store does not answer cause=%s", store.toString());
            return CallDeadline.isOver(call) ? CallDeadline.late() : StoreErrors.unavailable();
        }
        LOG.error("request failed", failure);
        return new Refusal(ErrorReason.ERROR_REASON_INTERNAL, "an internal fault", "an answer");
    }

    /** Work for a caller who has given up would only keep others waiting. */
    private static void requireWaiting(Context call) {
        if (CallDeadline.isOver(call)) {
            throw CallDeadline.late();
        }
    }
}
