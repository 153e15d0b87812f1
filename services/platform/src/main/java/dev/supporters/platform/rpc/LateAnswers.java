package dev.supporters.platform.rpc;

import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http2.Http2Exception;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.impl.ConnectionBase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Lets an answer that comes after its caller has given up go nowhere. Vert.x writes it to a stream that is no longer there; the failure
 * of that write reaches netty's HTTP/2 handler as if the other side had broken the protocol, and the whole connection would be closed:
 * all other calls on it would fail because one answer was late.
 */
@ApplicationScoped
class LateAnswers {

    private static final String NAME = "late-answers";

    /** Before gRPC and everything else that may answer. */
    private static final int PRIORITY = 1_000;

    void filters(@Observes Filters filters) {
        filters.register(
                request -> {
                    tolerateOn(request.request().connection());
                    request.next();
                },
                PRIORITY);
    }

    /** Once for each connection, however often it is asked. */
    static void tolerateOn(HttpConnection connection) {
        if (connection instanceof ConnectionBase base) {
            ChannelPipeline pipeline = base.channel().pipeline();
            if (pipeline.get(NAME) == null) {
                pipeline.addFirst(NAME, Tolerance.INSTANCE);
            }
        }
    }

    /** In front of the HTTP/2 handler: failed writes without a listener are told to the pipeline from its head on. */
    @Sharable
    private static final class Tolerance extends ChannelInboundHandlerAdapter {

        static final Tolerance INSTANCE = new Tolerance();

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            boolean streamIsGone =
                    cause instanceof IllegalStateException
                            && cause.getCause() instanceof Http2Exception;
            if (!streamIsGone) {
                context.fireExceptionCaught(cause);
            }
        }
    }
}
