package dev.supporters.testkit;

import io.grpc.BindableService;
import io.grpc.Server;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.StreamObserver;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What a service asks in its component test, on free ports. A test finds it in its field of the same type. */
public abstract class FakeNeighbours implements QuarkusTestResourceLifecycleManager {

    private final List<Runnable> ends = new ArrayList<>();

    /** Serves these over gRPC; says, for more to be put in, the configuration by which the clients of these names find them. */
    protected final Map<String, String> grpc(Map<String, BindableService> services) {
        NettyServerBuilder builder =
                NettyServerBuilder.forAddress(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        builder.intercept(new CallersOfNeighbours());
        services.values().forEach(builder::addService);
        Server server;
        try {
            server = builder.build().start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ends.add(server::shutdownNow);
        Map<String, String> config = new HashMap<>();
        for (String client : services.keySet()) {
            config.put(
                    "quarkus.grpc.clients." + client + ".test-port",
                    Integer.toString(server.getPort()));
        }
        return config;
    }

    protected final FakeHttp http(Function<FakeHttp.SentRequest, FakeHttp.GivenAnswer> answers) {
        FakeHttp http = new FakeHttp(answers);
        ends.add(http::close);
        return http;
    }

    protected static <T> void answer(StreamObserver<T> observer, T response) {
        observer.onNext(response);
        observer.onCompleted();
    }

    @Override
    public final void inject(TestInjector injector) {
        injector.injectIntoFields(this, new TestInjector.MatchesType(getClass()));
    }

    @Override
    public final void stop() {
        ends.forEach(Runnable::run);
    }
}
