package dev.supporters.platform.request;

import io.grpc.Context;
import io.grpc.Metadata;

import org.jboss.logging.MDC;

import java.util.UUID;

/** The id that one person's request carries through every hop, into logs and answers. */
public final class RequestId {

    /** The name of the header, in HTTP and in gRPC. */
    public static final String HEADER = "x-request-id";

    static final Metadata.Key<String> METADATA =
            Metadata.Key.of(HEADER, Metadata.ASCII_STRING_MARSHALLER);
    static final Context.Key<String> CONTEXT = Context.key(HEADER);

    private static final String LOG_FIELD = "requestId";

    private RequestId() {}

    /** A context that carries this id, or a new one where the given one is missing or malformed. */
    public static Context with(String id) {
        boolean wellFormed = id != null && id.length() <= 100 && id.matches("[A-Za-z0-9._:-]+");
        return Context.current().withValue(CONTEXT, wellFormed ? id : UUID.randomUUID().toString());
    }

    /** A context that has the present request's id, the person for whom it asks, and nothing else: no deadline that another call has left behind. */
    public static Context alone() {
        String id = CONTEXT.get();
        Context context = id == null ? Context.ROOT : Context.ROOT.withValue(CONTEXT, id);
        return EndUser.asks().map(user -> user.asking(context)).orElse(context);
    }

    /** The present request's id; empty outside of a request. */
    public static String current() {
        String id = CONTEXT.get();
        return id == null ? "" : id;
    }

    /** Puts the context's id into each log line until closed. */
    public static Scope log(Context context) {
        String id = CONTEXT.get(context);
        if (id != null) {
            MDC.put(LOG_FIELD, id);
        }
        return () -> MDC.remove(LOG_FIELD);
    }

    /** Ends what {@link #log} began. */
    public interface Scope extends AutoCloseable {
        @Override
        void close();
    }
}
