package dev.supporters.commander.adapter.grpc;

import dev.supporters.commander.slot.Slot;
import dev.supporters.commander.watch.WatchService;
import dev.supporters.commander.watch.WatcherRegistry.SlotWatcher;
import dev.supporters.contract.DriverId;
import dev.supporters.platform.rpc.GrpcResponder;
import dev.supporters.platform.store.Versioned;
import dev.supporters.proto.commander.v1.WatchRequest;
import dev.supporters.proto.commander.v1.WatchResponse;

import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.BackPressureStrategy;
import io.smallrye.mutiny.subscription.MultiEmitter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jboss.logging.Logger;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The open Watch streams. A slow reader gets the newest slot, not all of them. */
@ApplicationScoped
class WatchStreams {

    private static final Logger LOG = Logger.getLogger(WatchStreams.class);

    private final GrpcResponder responder;
    private final WatchService watches;
    private final Set<MultiEmitter<? super WatchResponse>> open = ConcurrentHashMap.newKeySet();

    WatchStreams(GrpcResponder responder, WatchService watches) {
        this.responder = responder;
        this.watches = watches;
    }

    Multi<WatchResponse> watch(WatchRequest request) {
        return Multi.createFrom()
                .emitter(emitter -> begin(request, emitter), BackPressureStrategy.LATEST);
    }

    /** Ends all streams, so that their readers go to another instance. */
    void close(@Observes ShutdownEvent event) {
        LOG.debugf("watch streams end count=%d", open.size());
        open.forEach(MultiEmitter::complete);
    }

    private void begin(WatchRequest request, MultiEmitter<? super WatchResponse> emitter) {
        open.add(emitter);
        responder
                .answer(() ->
                        watches.watch(
                                new DriverId(request.getDriverId()),
                                slot -> emitter.emit(response(slot))))
                .subscribe()
                .with(
                        watcher -> emitter.onTermination(() -> end(watcher, emitter)),
                        failure -> {
                            open.remove(emitter);
                            emitter.fail(failure);
                        });
    }

    private void end(SlotWatcher watcher, MultiEmitter<? super WatchResponse> emitter) {
        open.remove(emitter);
        watcher.close();
    }

    private static WatchResponse response(Versioned<Slot> slot) {
        return WatchResponse.newBuilder()
                .setEngagement(EngagementProtoMapper.engagement(slot))
                .build();
    }
}
