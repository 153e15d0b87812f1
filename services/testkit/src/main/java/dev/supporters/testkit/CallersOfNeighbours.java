package dev.supporters.testkit;

import dev.supporters.platform.request.EndUser;
import dev.supporters.platform.request.MethodCallers;
import dev.supporters.platform.request.ServiceToken;

import io.grpc.Context;
import io.grpc.Contexts;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A neighbour of a component test refuses callers as the service that it stands for does: by that service's table. */
public final class CallersOfNeighbours implements ServerInterceptor {

    private final Map<String, MethodCallers> tables = new ConcurrentHashMap<>();

    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
        String method = call.getMethodDescriptor().getFullMethodName();
        String caller = headers.get(ServiceToken.CALLER);
        if (caller == null || !table(method).of(method).contains(caller)) {
            call.close(
                    Status.PERMISSION_DENIED.withDescription(
                            caller + " is no caller of " + method + " in its callers.csv"),
                    new Metadata());
            return new ServerCall.Listener<>() {};
        }
        Context context = EndUser.with(Context.current(), headers.get(EndUser.METADATA));
        return Contexts.interceptCall(context, call, headers, next);
    }

    /** From the sources; a method's name begins like {@code supporters.work.v1}. */
    private MethodCallers table(String method) {
        String service = method.split("\\.", -1)[1];
        return tables.computeIfAbsent(
                service,
                name -> {
                    Path sources = SourceTree.root().resolve("services").resolve(name);
                    return MethodCallers.parse(
                            SourceTree.read(sources.resolve("src/main/resources/callers.csv")));
                });
    }
}
