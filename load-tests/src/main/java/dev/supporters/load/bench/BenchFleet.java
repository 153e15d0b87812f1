package dev.supporters.load.bench;

import dev.supporters.load.drive.LoadRegion;
import dev.supporters.load.figures.ServiceGauges;
import dev.supporters.proto.commander.v1.CommanderServiceGrpc.CommanderServiceBlockingStub;
import dev.supporters.proto.commander.v1.EngagementState;
import dev.supporters.proto.commander.v1.GetEngagementRequest;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** The supporters. */
final class BenchFleet {

    static final int SIZE = 200;

    private static final int FIRST_NUMBER = 7_000_000;

    /** One of them. */
    static final String FIRST = String.valueOf(FIRST_NUMBER);

    private static final long SEED = 7;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    private final CommanderServiceBlockingStub commander;
    private final ServiceGauges routing;
    private final List<String> driverIds =
            IntStream.range(0, SIZE)
                    .mapToObj(number -> String.valueOf(FIRST_NUMBER + number))
                    .toList();

    BenchFleet(CommanderServiceBlockingStub commander, ServiceGauges routing) {
        this.commander = commander;
        this.routing = routing;
    }

    void begin(FleetSeed seed) throws InterruptedException {
        SplittableRandom random = new SplittableRandom(SEED);
        seed.putPolicy();
        driverIds.forEach(seed::putDriver);
        for (String driverId : driverIds) {
            var location = LoadRegion.point(random);
            if (!Await.untilTrue(LONGEST_WAIT, () -> seed.begin(driverId, location))) {
                throw new IllegalStateException(
                        "the work of driver " + driverId + " does not begin");
            }
        }
        int free = awaitFree();
        if (free < SIZE) {
            throw new IllegalStateException(
                    "free supporters: " + free + " (expected: " + SIZE + ")");
        }
    }

    /** Waits until all are free, with the commander and in routing's memory; says how many are free when that, or the longest wait, is over. */
    int awaitFree() throws InterruptedException {
        Await.untilTrue(
                LONGEST_WAIT, () -> knownFree() == SIZE && driverIds.stream().allMatch(this::free));
        return Math.min(knownFree(), (int) driverIds.stream().filter(this::free).count());
    }

    /** As the app of one of them asks. */
    void askCommander() {
        var _ = free(FIRST);
    }

    private int knownFree() {
        return (int) routing.sum("supporters_routing_free_supporters");
    }

    private boolean free(String driverId) {
        GetEngagementRequest request =
                GetEngagementRequest.newBuilder().setDriverId(driverId).build();
        return commander.getEngagement(request).getEngagement().getState()
                == EngagementState.ENGAGEMENT_STATE_FREE;
    }
}
