package dev.supporters.platform.rpc;

import io.grpc.ForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.netty.channel.Channel;
import io.netty.util.AttributeKey;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.GenericFutureListener;
import io.quarkus.grpc.GlobalInterceptor;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.impl.ConnectionBase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Ends the streams of a connection that is lost: the gRPC server of Vert.x tells them nothing when their client dies, so what they hold
 * would stay for ever. As a client whose machine or network dies says nothing, a connection with streams is asked whether it is there
 * (an HTTP/2 PING), again and again; one that does not answer until the next time is closed.
 */
@GlobalInterceptor
@ApplicationScoped
class LostConnections implements ServerInterceptor {

    private static final Logger LOG = Logger.getLogger(LostConnections.class);
    private static final String CONNECTION = LostConnections.class.getName();
    private static final AttributeKey<Peer> PEER = AttributeKey.valueOf(CONNECTION);

    /** Before gRPC. */
    private static final int PRIORITY = 1_000;

    private final Duration keepAlive;

    LostConnections(
            @ConfigProperty(name = "supporters.rpc.keep-alive", defaultValue = "20s")
                    Duration keepAlive) {
        this.keepAlive = keepAlive;
    }

    void filters(@Observes Filters filters) {
        filters.register(
                request -> {
                    remember(request.request().connection());
                    request.next();
                },
                PRIORITY);
    }

    /** For the calls of this request. */
    static void remember(HttpConnection connection) {
        Context request = Vertx.currentContext();
        if (request != null && connection instanceof ConnectionBase) {
            request.putLocal(CONNECTION, connection);
        }
    }

    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
        ServerCall.Listener<Q> listener = next.startCall(call, headers);
        Context request = Vertx.currentContext();
        boolean stream = !call.getMethodDescriptor().getType().serverSendsOneMessage();
        if (stream
                && request != null
                && request.getLocal(CONNECTION) instanceof HttpConnection connection
                && connection instanceof ConnectionBase base) {
            Channel channel = base.channel();
            askWhetherItIsThere(connection, channel);
            return new Stream<>(listener, channel, request);
        }
        return listener;
    }

    /** From its first stream on, until it closes. */
    private void askWhetherItIsThere(HttpConnection connection, Channel channel) {
        Peer peer = new Peer(connection, channel);
        if (channel.attr(PEER).setIfAbsent(peer) == null) {
            long millis = keepAlive.toMillis();
            // not at a fixed rate: after a stall, questions that were missed would come at once
            Future<?> asking =
                    channel.eventLoop()
                            .scheduleWithFixedDelay(
                                    peer::ask, millis, millis, TimeUnit.MILLISECONDS);
            channel.closeFuture().addListener(closed -> asking.cancel(false));
        }
    }

    /** The other end of a connection; asked and heard on the connection's own thread. */
    private static final class Peer {

        private final HttpConnection connection;
        private final Channel channel;
        private boolean answered = true;

        Peer(HttpConnection connection, Channel channel) {
            this.connection = connection;
            this.channel = channel;
        }

        void ask() {
            if (!answered) {
                LOG.debugf("connection is lost remote=%s", connection.remoteAddress());
                // not through the HTTP/2 handler, which would wait half a minute for the streams to
                // end
                var _ = channel.pipeline().firstContext().close();
                return;
            }
            answered = false;
            connection
                    .ping(Buffer.buffer(new byte[Long.BYTES]))
                    .onSuccess(pong -> channel.eventLoop().execute(() -> answered = true));
        }
    }

    /** A stream that is cancelled when its connection closes, if it has not ended before. */
    private static final class Stream<Q>
            extends ForwardingServerCallListener.SimpleForwardingServerCallListener<Q> {

        private final Channel channel;
        private final GenericFutureListener<Future<Void>> lost;
        private boolean ended;

        Stream(ServerCall.Listener<Q> listener, Channel channel, Context request) {
            super(listener);
            this.channel = channel;
            lost = closed -> request.runOnContext(none -> onCancel());
            channel.closeFuture().addListener(lost);
        }

        @Override
        public void onCancel() {
            if (end()) {
                super.onCancel();
            }
        }

        @Override
        public void onComplete() {
            if (end()) {
                super.onComplete();
            }
        }

        private synchronized boolean end() {
            channel.closeFuture().removeListener(lost);
            boolean first = !ended;
            ended = true;
            return first;
        }
    }
}
