package dev.supporters.platform.request;

import io.grpc.BindableService;
import io.grpc.MethodDescriptor;
import io.grpc.ServerMethodDefinition;
import io.quarkus.grpc.GrpcService;
import io.quarkus.runtime.StartupEvent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A service does not start while its table of callers has other methods than the service. */
@ApplicationScoped
class MethodCallersCheck {

    void start(@Observes StartupEvent started, @GrpcService Instance<BindableService> services) {
        Set<String> served =
                services.stream()
                        .flatMap(service -> service.bindService().getMethods().stream())
                        .map(ServerMethodDefinition::getMethodDescriptor)
                        .filter(method ->
                                !AuthServerInterceptor.HEALTH.equals(method.getServiceName()))
                        .map(MethodDescriptor::getFullMethodName)
                        .collect(Collectors.toCollection(TreeSet::new));
        check(MethodCallers.load(), served);
    }

    static void check(MethodCallers table, Set<String> served) {
        if (!table.methods().equals(served)) {
            throw new IllegalStateException(
                    MethodCallers.FILE + ": found " + table.methods() + ", expected " + served);
        }
    }
}
