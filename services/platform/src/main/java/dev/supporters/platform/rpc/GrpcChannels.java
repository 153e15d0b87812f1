package dev.supporters.platform.rpc;

import dev.supporters.platform.time.Scheduler;

import io.grpc.Channel;
import io.grpc.ManagedChannel;
import io.grpc.netty.NettyChannelBuilder;
import io.quarkus.grpc.api.ChannelBuilderCustomizer;
import io.quarkus.grpc.runtime.config.GrpcClientConfiguration;
import io.quarkus.runtime.StartupEvent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * How all gRPC clients find their callees. Calls go round all addresses that a name has. Every few seconds names are looked up again
 * (replicas come without any connection breaking), and lost connections tried again: grpc-java by itself waits up to two minutes
 * before it tries a callee that has been away for long.
 */
@ApplicationScoped
class GrpcChannels implements ChannelBuilderCustomizer<NettyChannelBuilder> {

    /** Stands above the policy that Quarkus' configuration has for a client. */
    static final Map<String, Object> SERVICE_CONFIG =
            Map.of("loadBalancingConfig", List.of(Map.of("round_robin", Map.of())));

    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final Scheduler scheduler;

    GrpcChannels(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    @Override
    public Map<String, Object> customize(
            String name, GrpcClientConfiguration config, NettyChannelBuilder builder) {
        return SERVICE_CONFIG;
    }

    void start(@Observes StartupEvent started, @Any Instance<Channel> channels) {
        watch(channels);
    }

    void watch(Iterable<Channel> channels) {
        scheduler.every(PAUSE, () -> channels.forEach(GrpcChannels::lookAgain));
    }

    /** Costs nothing where all is well, but for a look-up of the name when the one before is no longer remembered. */
    private static void lookAgain(Channel channel) {
        if (channel instanceof ManagedChannel managed) {
            managed.resetConnectBackoff();
        }
    }
}
