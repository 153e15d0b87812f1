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

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** A neighbour of a component test refuses callers as the service that it stands for does: by that service's table. */
public final class CallersOfNeighbours implements ServerInterceptor {

    private static final String TABLE = "src/main/resources/callers.csv";

    private final boolean unnamed;
    private final Map<String, MethodCallers> tables = new ConcurrentHashMap<>();

    /** Every caller says who it is. */
    public CallersOfNeighbours() {
        this(false);
    }

    /**
     * @param unnamed whether one who does not say who it is may call everything, as with the token that all share
     */
    public CallersOfNeighbours(boolean unnamed) {
        this.unnamed = unnamed;
    }

    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
        String method = call.getMethodDescriptor().getFullMethodName();
        String caller = headers.get(ServiceToken.CALLER);
        if (caller == null ? !unnamed : !callers(method).contains(caller)) {
            call.close(
                    Status.PERMISSION_DENIED.withDescription(
                            caller + " is no caller of " + method + " in its callers.csv"),
                    new Metadata());
            return new ServerCall.Listener<>() {};
        }
        Context context = EndUser.with(Context.current(), headers.get(EndUser.METADATA));
        return Contexts.interceptCall(context, call, headers, next);
    }

    /** A method's name begins like {@code supporters.work.v1}; what several services serve has no service of its name. */
    private Set<String> callers(String method) {
        String service = method.split("\\.", -1)[1];
        Path services = SourceTree.root().resolve("services");
        if (Files.exists(services.resolve(service))) {
            return table(service).of(method);
        }
        Set<String> callers = new TreeSet<>();
        try (Stream<Path> all = Files.list(services)) {
            all.filter(folder -> Files.exists(folder.resolve(TABLE)))
                    .map(folder -> table(folder.getFileName().toString()).of(method))
                    .forEach(callers::addAll);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return callers;
    }

    /** From the sources. */
    private MethodCallers table(String service) {
        return tables.computeIfAbsent(
                service,
                name -> {
                    Path sources = SourceTree.root().resolve("services").resolve(name);
                    return MethodCallers.parse(SourceTree.read(sources.resolve(TABLE)));
                });
    }
}
