package dev.supporters.platform.request;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ForwardingClientCall;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.quarkus.grpc.GlobalInterceptor;

import jakarta.enterprise.context.ApplicationScoped;

import java.util.Optional;

/** Sends the service token, the service's name, the request id and the person for whom it is with every call to another service. */
@GlobalInterceptor
@ApplicationScoped
class AuthClientInterceptor implements ClientInterceptor {

    private final ServiceToken token;

    AuthClientInterceptor(ServiceToken token) {
        this.token = token;
    }

    @Override
    public <Q, A> ClientCall<Q, A> interceptCall(
            MethodDescriptor<Q, A> method, CallOptions options, Channel next) {
        String requestId = RequestId.current();
        Optional<EndUser> user = EndUser.asks();
        return new ForwardingClientCall.SimpleForwardingClientCall<>(
                next.newCall(method, options)) {
            @Override
            public void start(Listener<A> listener, Metadata headers) {
                headers.put(ServiceToken.METADATA, token.bearer());
                if (!options.getOption(ServiceToken.BY_HAND)) {
                    headers.put(ServiceToken.CALLER, token.name());
                }
                if (!requestId.isEmpty()) {
                    headers.put(RequestId.METADATA, requestId);
                }
                user.ifPresent(person -> headers.put(EndUser.METADATA, person.header()));
                super.start(listener, headers);
            }
        };
    }
}
