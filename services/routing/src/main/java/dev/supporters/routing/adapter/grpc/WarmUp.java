package dev.supporters.routing.adapter.grpc;

import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.platform.time.Alarms;
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
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Connects to the parts that a decision asks, and calls each a few times without effect, before the first call comes: a cold
 * connection takes longer than the deadline of a decision. A part that isn't there yet keeps nothing back.
 */
@ApplicationScoped
public class WarmUp {

    private static final Logger LOG = Logger.getLogger(WarmUp.class);
    private static final int ROUNDS = 20;
    private static final int DEADLINE_MILLIS = 2_000;

    private final TaggingServiceBlockingStub tagging;
    private final MlGatewayServiceBlockingStub mlgateway;
    private final CommanderServiceBlockingStub commander;
    private final Alarms alarms;
    private final Clock clock;
    private final RoutingConfig config;
    private volatile boolean done;

    WarmUp(
            @GrpcClient("tagging") TaggingServiceBlockingStub tagging,
            @GrpcClient("mlgateway") MlGatewayServiceBlockingStub mlgateway,
            @GrpcClient("commander") CommanderServiceBlockingStub commander,
            Alarms alarms,
            Clock clock,
            RoutingConfig config) {
        this.tagging = tagging;
        this.mlgateway = mlgateway;
        this.commander = commander;
        this.alarms = alarms;
        this.clock = clock;
        this.config = config;
    }

    /** Whether it has been tried, or isn't needed. */
    public boolean done() {
        return done;
    }

    void start(@Observes StartupEvent event) {
        if (config.serve()) {
            alarms.at(clock.instant(), this::run);
        } else {
            done = true;
        }
    }

    private void run() {
        try {
            TagCallRequest noCall =
                    TagCallRequest.newBuilder().setCall(Call.getDefaultInstance()).build();
            RankRequest nobody = RankRequest.newBuilder()
                    .setOrigin(Point.getDefaultInstance())
                    .setRankTime(Timestamps.of(clock.instant()))
                    .setTimeZone("UTC")
                    .build();
            GetEngagementRequest noDriver =
                    GetEngagementRequest.newBuilder().setDriverId("warm-up").build();
            repeat("tagging", () -> tagging.withDeadlineAfter(DEADLINE_MILLIS, TimeUnit.MILLISECONDS).tagCall(noCall));
            repeat("mlgateway", () -> mlgateway.withDeadlineAfter(DEADLINE_MILLIS, TimeUnit.MILLISECONDS).rank(nobody));
            repeat("commander", () -> commander.withDeadlineAfter(DEADLINE_MILLIS, TimeUnit.MILLISECONDS)
                    .getEngagement(noDriver));
        } finally {
            done = true;
        }
    }

    private static void repeat(String remote, Runnable call) {
        try {
            for (int round = 0; round < ROUNDS; round++) {
                call.run();
            }
        } catch (StatusRuntimeException e) {
            LOG.infof("not warmed up remote=%s cause=%s", remote, e.getStatus().getCode());
        }
    }
}
