package dev.supporters.platform.validation;

import com.google.protobuf.Message;

import io.grpc.BindableService;
import io.grpc.MethodDescriptor.PrototypeMarshaller;
import io.grpc.ServerMethodDefinition;
import io.quarkus.grpc.GrpcService;
import io.quarkus.runtime.StartupEvent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;

/**
 * Makes the tables of all requests that this service takes before it takes one. They need the descriptors of all protos around them:
 * 0.3 s of CPU time, several seconds while all services of one machine start. The first requests would wait for it on the event loop,
 * and all others of the process with them.
 */
@ApplicationScoped
class FieldBoundsLoader {

    private final Instance<BindableService> services;

    FieldBoundsLoader(@GrpcService Instance<BindableService> services) {
        this.services = services;
    }

    void start(@Observes StartupEvent event) {
        services.forEach(FieldBoundsLoader::load);
    }

    static void load(BindableService service) {
        for (ServerMethodDefinition<?, ?> method : service.bindService().getMethods()) {
            if (method.getMethodDescriptor().getRequestMarshaller()
                            instanceof PrototypeMarshaller<?> marshaller
                    && marshaller.getMessagePrototype() instanceof Message request) {
                FieldBoundsTable.prepare(request);
            }
        }
    }
}
