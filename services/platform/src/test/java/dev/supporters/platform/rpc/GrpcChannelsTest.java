package dev.supporters.platform.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.platform.time.Scheduler;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.policy.v1.GetRequest;
import dev.supporters.proto.policy.v1.PolicyServiceGrpc;

import io.grpc.EquivalentAddressGroup;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.NameResolver;
import io.grpc.NameResolverProvider;
import io.grpc.NameResolverRegistry;
import io.grpc.Server;
import io.grpc.ServerStreamTracer;
import io.grpc.Status;
import io.grpc.StatusOr;
import io.grpc.StatusRuntimeException;
import io.grpc.inprocess.InProcessChannelBuilder;
import io.grpc.inprocess.InProcessServerBuilder;
import io.grpc.inprocess.InProcessSocketAddress;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.SocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

class GrpcChannelsTest {

    private final String callee = UUID.randomUUID().toString();
    private final Endless endless = new Endless();
    private final ManagedChannel channel =
            InProcessChannelBuilder.forName(callee)
                    .directExecutor()
                    .scheduledExecutorService(endless)
                    .build();
    private final Rung scheduler = new Rung();

    @AfterEach
    void close() {
        channel.shutdownNow();
        endless.shutdownNow();
    }

    @Test
    void findsACalleeAgainThatWasAwayForSoLongThatNobodyWouldTryItForAWhile()
            throws IOException, InterruptedException {
        // Given
        new GrpcChannels(scheduler).watch(List.of(channel));
        Server before = serve();
        assertThat(call()).isEqualTo(Status.Code.UNIMPLEMENTED);
        before.shutdownNow().awaitTermination();
        assertThat(call()).isEqualTo(Status.Code.UNAVAILABLE);
        Server after = serve();
        assertThat(call()).as("while grpc-java waits").isEqualTo(Status.Code.UNAVAILABLE);

        // When
        scheduler.ring();

        // Then
        assertThat(call()).isEqualTo(Status.Code.UNIMPLEMENTED);
        after.shutdownNow();
    }

    @Test
    void callsGoRoundAllAddressesOfAName() throws IOException {
        // Given
        TwoAddresses name = new TwoAddresses();
        AtomicInteger first = new AtomicInteger();
        AtomicInteger second = new AtomicInteger();
        Server one = serve(TwoAddresses.FIRST, first);
        Server other = serve(TwoAddresses.SECOND, second);
        NameResolverRegistry.getDefaultRegistry().register(name);
        ManagedChannel both =
                InProcessChannelBuilder.forTarget("two:///callee")
                        .defaultServiceConfig(GrpcChannels.SERVICE_CONFIG)
                        .defaultLoadBalancingPolicy("pick_first")
                        .directExecutor()
                        .build();

        // When
        for (int i = 0; i < 10; i++) {
            call(both);
        }

        // Then
        assertThat(List.of(first.get(), second.get())).containsExactly(5, 5);
        both.shutdownNow();
        one.shutdownNow();
        other.shutdownNow();
        NameResolverRegistry.getDefaultRegistry().deregister(name);
    }

    @Test
    void looksEveryFewSeconds() {
        new GrpcChannels(scheduler).watch(List.of(channel));

        assertThat(scheduler.pause).isLessThanOrEqualTo(Duration.ofSeconds(3));
    }

    /** What is answered: UNIMPLEMENTED by a server that is there, as it serves nothing. */
    private Status.Code call() {
        return call(channel);
    }

    private static Status.Code call(ManagedChannel way) {
        try {
            PolicyServiceGrpc.newBlockingStub(way)
                    .get(GetRequest.newBuilder().setProduct(Product.PRODUCT_DRIVER).build());
            return Status.Code.OK;
        } catch (StatusRuntimeException e) {
            return e.getStatus().getCode();
        }
    }

    private Server serve() throws IOException {
        return InProcessServerBuilder.forName(callee).directExecutor().build().start();
    }

    private static Server serve(String name, AtomicInteger calls) throws IOException {
        ServerStreamTracer.Factory counter =
                new ServerStreamTracer.Factory() {
                    @Override
                    public ServerStreamTracer newServerStreamTracer(
                            String method, Metadata headers) {
                        calls.incrementAndGet();
                        return new ServerStreamTracer() {};
                    }
                };
        return InProcessServerBuilder.forName(name)
                .directExecutor()
                .addStreamTracerFactory(counter)
                .build()
                .start();
    }

    /** A name that has two addresses, as a headless Service of two replicas has. */
    private static final class TwoAddresses extends NameResolverProvider {

        private static final String FIRST = UUID.randomUUID().toString();
        private static final String SECOND = UUID.randomUUID().toString();

        @Override
        public NameResolver newNameResolver(URI target, NameResolver.Args args) {
            return new NameResolver() {
                @Override
                public String getServiceAuthority() {
                    return "callee";
                }

                @Override
                public void start(Listener2 listener) {
                    listener.onResult(
                            ResolutionResult.newBuilder()
                                    .setAddressesOrError(StatusOr.fromValue(addresses()))
                                    .build());
                }

                @Override
                public void shutdown() {}
            };
        }

        @Override
        public String getDefaultScheme() {
            return "two";
        }

        @Override
        protected boolean isAvailable() {
            return true;
        }

        @Override
        protected int priority() {
            return 5;
        }

        @Override
        public Collection<Class<? extends SocketAddress>> getProducedSocketAddressTypes() {
            return List.of(InProcessSocketAddress.class);
        }

        private static List<EquivalentAddressGroup> addresses() {
            return List.of(
                    new EquivalentAddressGroup(new InProcessSocketAddress(FIRST)),
                    new EquivalentAddressGroup(new InProcessSocketAddress(SECOND)));
        }
    }

    /** Time that does not pass: what waits in it waits for ever. */
    private static final class Endless extends ScheduledThreadPoolExecutor {

        Endless() {
            super(1);
        }

        @Override
        public ScheduledFuture<?> schedule(Runnable task, long delay, TimeUnit unit) {
            return super.schedule(task, 1, TimeUnit.DAYS);
        }
    }

    /** Rings when it is told to. */
    private static final class Rung implements Scheduler {

        private final List<Runnable> tasks = new ArrayList<>();
        private Duration pause = Duration.ZERO;

        @Override
        public Alarm at(Instant due, Runnable task) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Alarm every(Duration repeated, Runnable task) {
            pause = repeated;
            tasks.add(task);
            return () -> tasks.remove(task);
        }

        void ring() {
            tasks.forEach(Runnable::run);
        }
    }
}
