package dev.supporters.platform.request;

import dev.supporters.platform.refusal.RefusalStatus;

import io.grpc.BindableService;
import io.grpc.Metadata;
import io.grpc.StatusRuntimeException;
import io.quarkus.grpc.GrpcService;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Refuses callers without the service token also where nothing is served. The gRPC server of Vert.x answers for methods that it does not
 * know before any interceptor sees the call; so who may ask nothing could find out what there is. With the token such a call is
 * UNIMPLEMENTED.
 */
@ApplicationScoped
class UnservedMethodFilter {

    /** Before gRPC. */
    private static final int PRIORITY = 900;

    private static final String GRPC = "application/grpc";
    private static final Metadata.Key<byte[]> DETAILS =
            Metadata.Key.of("grpc-status-details-bin", Metadata.BINARY_BYTE_MARSHALLER);

    private final Instance<BindableService> services;
    private final AuthServerInterceptor authentication;

    UnservedMethodFilter(
            @GrpcService Instance<BindableService> services, AuthServerInterceptor authentication) {
        this.services = services;
        this.authentication = authentication;
    }

    void filters(@Observes Filters filters) {
        if (services.isUnsatisfied()) {
            return; // no gRPC server here
        }
        filters.register(
                context -> {
                    HttpServerRequest request = context.request();
                    if (isGrpc(request) && !open(request) && !served(request.path())) {
                        refuse(context.response());
                    } else {
                        context.next();
                    }
                },
                PRIORITY);
    }

    private boolean served(String path) {
        return services.stream()
                .flatMap(service -> service.bindService().getMethods().stream())
                .anyMatch(served ->
                        path.equals("/" + served.getMethodDescriptor().getFullMethodName()));
    }

    private static boolean isGrpc(HttpServerRequest request) {
        String type = request.getHeader("content-type");
        return type != null && type.startsWith(GRPC);
    }

    private boolean open(HttpServerRequest request) {
        return request.path().startsWith("/" + AuthServerInterceptor.HEALTH + "/")
                || authentication.authenticated(
                        request.getHeader(ServiceToken.METADATA.originalName()));
    }

    /** As gRPC writes what the interceptor says of a method that is served. */
    private static void refuse(HttpServerResponse response) {
        StatusRuntimeException refused =
                RefusalStatus.toStatus(AuthServerInterceptor.unauthenticated());
        response.putHeader("content-type", GRPC)
                .putHeader("grpc-status", Integer.toString(refused.getStatus().getCode().value()))
                .putHeader("grpc-message", percentEncoded(refused.getStatus().getDescription()));
        Metadata trailers = refused.getTrailers();
        byte[] details = trailers == null ? null : trailers.get(DETAILS);
        if (details != null) {
            response.putHeader(
                    DETAILS.name(), Base64.getEncoder().withoutPadding().encodeToString(details));
        }
        var _ = response.end();
    }

    private static String percentEncoded(String message) {
        return URLEncoder.encode(message, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
