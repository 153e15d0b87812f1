package dev.supporters.routing.adapter.grpc;

import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.platform.time.Scheduler;
import dev.supporters.platform.time.Scheduler.Alarm;
import dev.supporters.proto.call.v1.Call;
import dev.supporters.proto.commander.v1.CommanderServiceGrpc.CommanderServiceBlockingStub;
import dev.supporters.proto.commander.v1.GetEngagementRequest;
import dev.supporters.proto.common.v1.Point;
import dev.supporters.proto.mlgateway.v1.MlGatewayServiceGrpc.MlGatewayServiceBlockingStub;
import dev.supporters.proto.mlgateway.v1.RankRequest;
import dev.supporters.proto.tagging.v1.TagCallRequest;
import dev.supporters.proto.tagging.v1.TaggingServiceGrpc.TaggingServiceBlockingStub;
import dev.supporters.routing.RoutingConfig;

import io.grpc.StatusRuntimeException;
import io.quarkus.grpc.GrpcClient;
import io.quarkus.runtime.StartupEvent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jboss.logging.Logger;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Connects to the parts that a decision asks, and calls each a few times without effect, before the first call comes: a cold
 * connection takes longer than a decision may. A part that isn't there yet is tried again for a while, and keeps nothing back.
 */
@ApplicationScoped
public class CalleeWarmUp {

    private static final Logger LOG = Logger.getLogger(CalleeWarmUp.class);
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final int MOST_ROUNDS = 120;
    private static final int CALLS = 20;
    private static final int DEADLINE_MILLIS = 2_000;

    private final TaggingServiceBlockingStub tagging;
    private final MlGatewayServiceBlockingStub mlgateway;
    private final CommanderServiceBlockingStub commander;
    private final Scheduler scheduler;
    private final Clock clock;
    private final RoutingConfig config;
    private final List<Part> cold = new ArrayList<>();
    private int rounds;
    private volatile Optional<Alarm> again = Optional.empty();
    private volatile boolean tried;

    CalleeWarmUp(
            @GrpcClient("tagging") TaggingServiceBlockingStub tagging,
            @GrpcClient("mlgateway") MlGatewayServiceBlockingStub mlgateway,
            @GrpcClient("commander") CommanderServiceBlockingStub commander,
            Scheduler scheduler,
            Clock clock,
            RoutingConfig config) {
        this.tagging = tagging;
        this.mlgateway = mlgateway;
        this.commander = commander;
        this.scheduler = scheduler;
        this.clock = clock;
        this.config = config;
    }

    /** Whether every part was tried once, or none need be. */
    public boolean tried() {
        return tried;
    }

    void start(@Observes StartupEvent event) {
        if (!config.serve()) {
            tried = true;
            return;
        }
        cold.addAll(
                List.of(
                        new Part("tagging", this::tagNothing),
                        new Part("mlgateway", this::rankNobody),
                        new Part("commander", this::askForNobody)));
        again = Optional.of(scheduler.every(PAUSE, this::round));
    }

    private synchronized void round() {
        cold.removeIf(Part::warmed);
        tried = true;
        rounds++;
        if (cold.isEmpty() || rounds == MOST_ROUNDS) {
            again.ifPresent(Alarm::cancel);
        }
    }

    private void tagNothing() {
        TagCallRequest request =
                TagCallRequest.newBuilder().setCall(Call.getDefaultInstance()).build();
        tagging.withDeadlineAfter(DEADLINE_MILLIS, TimeUnit.MILLISECONDS).tagCall(request);
    }

    private void rankNobody() {
        RankRequest request =
                RankRequest.newBuilder()
                        .setOrigin(Point.getDefaultInstance())
                        .setRankTime(Timestamps.of(clock.instant()))
                        .setTimeZone("UTC")
                        .build();
        mlgateway.withDeadlineAfter(DEADLINE_MILLIS, TimeUnit.MILLISECONDS).rank(request);
    }

    private void askForNobody() {
        GetEngagementRequest request =
                GetEngagementRequest.newBuilder().setDriverId("warm-up").build();
        commander.withDeadlineAfter(DEADLINE_MILLIS, TimeUnit.MILLISECONDS).getEngagement(request);
    }

    private record Part(String name, Runnable call) {

        boolean warmed() {
            try {
                for (int i = 0; i < CALLS; i++) {
                    call.run();
                }
                return true;
            } catch (StatusRuntimeException e) {
                LOG.debugf("not warmed up remote=%s cause=%s", name, e.getStatus().getCode());
                return false;
            }
        }
    }
}
