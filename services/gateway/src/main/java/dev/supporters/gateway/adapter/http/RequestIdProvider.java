package dev.supporters.gateway.adapter.http;

import dev.supporters.platform.request.RequestId;

import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;

import jakarta.enterprise.context.ApplicationScoped;

import java.util.Optional;

/** The id of the present HTTP request: the id that the sender gave, or one made here. */
@ApplicationScoped
public class RequestIdProvider {

    private static final String FIELD = "supporters.request-id";

    private final CurrentVertxRequest present;

    RequestIdProvider(CurrentVertxRequest present) {
        this.present = present;
    }

    /** The gRPC context in which other services are called. */
    public io.grpc.Context context() {
        return present().map(RequestIdProvider::of).orElseGet(() -> RequestId.with(null));
    }

    /** The context of this request, created once. */
    static io.grpc.Context of(RoutingContext request) {
        io.grpc.Context known = request.get(FIELD);
        if (known != null) {
            return known;
        }
        io.grpc.Context made = RequestId.with(request.request().getHeader(RequestId.HEADER));
        request.put(FIELD, made);
        return made;
    }

    static String idOf(RoutingContext request) {
        io.grpc.Context context = of(request);
        io.grpc.Context before = context.attach();
        try {
            return RequestId.current();
        } finally {
            context.detach(before);
        }
    }

    /** Empty outside of a request, for example in subscriptions. */
    private Optional<RoutingContext> present() {
        return Arc.container().requestContext().isActive()
                ? Optional.ofNullable(present.getCurrent())
                : Optional.empty();
    }
}
