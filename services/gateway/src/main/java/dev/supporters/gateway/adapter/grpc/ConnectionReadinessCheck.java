package dev.supporters.gateway.adapter.grpc;

import grpc.health.v1.HealthGrpc;
import grpc.health.v1.HealthOuterClass.HealthCheckRequest;

import io.grpc.Channel;
import io.grpc.StatusRuntimeException;
import io.quarkus.grpc.GrpcClient;
import io.quarkus.runtime.StartupEvent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.logging.Logger;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Connects to every service before the first request comes, since a cold connection takes longer than a request may. The gateway is
 * ready once it has tried each; a service that is down does not keep it from being ready.
 */
@Readiness
@ApplicationScoped
public class ConnectionReadinessCheck implements HealthCheck {

    private static final Logger LOG = Logger.getLogger(ConnectionReadinessCheck.class);
    private static final int DEADLINE_SECONDS = 2;

    private final List<Channel> channels;
    private final CountDownLatch untried;

    ConnectionReadinessCheck(
            @GrpcClient("call") Channel call,
            @GrpcClient("tagging") Channel tagging,
            @GrpcClient("commander") Channel commander,
            @GrpcClient("work") Channel work,
            @GrpcClient("activity") Channel activity,
            @GrpcClient("driver") Channel driver,
            @GrpcClient("policy") Channel policy,
            @GrpcClient("move") Channel move,
            @GrpcClient("settlement") Channel settlement,
            @GrpcClient("zone") Channel zone,
            @GrpcClient("insight") Channel insight,
            @GrpcClient("mlgateway") Channel mlgateway) {
        channels =
                List.of(
                        call,
                        tagging,
                        commander,
                        work,
                        activity,
                        driver,
                        policy,
                        move,
                        settlement,
                        zone,
                        insight,
                        mlgateway);
        untried = new CountDownLatch(channels.size());
    }

    void begin(@Observes StartupEvent start) {
        channels.forEach(
                channel -> Thread.ofVirtual().name("warm-up").start(() -> connect(channel)));
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("connections").status(untried.getCount() == 0).build();
    }

    private void connect(Channel channel) {
        try {
            var answer =
                    HealthGrpc.newBlockingStub(channel)
                            .withDeadlineAfter(DEADLINE_SECONDS, TimeUnit.SECONDS)
                            .check(HealthCheckRequest.getDefaultInstance());
            LOG.debugf("service is there status=%s", answer.getStatus());
        } catch (StatusRuntimeException e) {
            LOG.debugf("service is not there yet status=%s", e.getStatus().getCode());
        } finally {
            untried.countDown();
        }
    }
}
