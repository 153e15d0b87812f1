package dev.supporters.mlgateway.adapter.grpc;

import dev.supporters.mlgateway.TrainedModels;
import dev.supporters.mlgateway.ranking.RankingService;
import dev.supporters.mlgateway.ranking.RankingServices;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.common.v1.Point;
import dev.supporters.proto.mlgateway.v1.RankCandidate;
import dev.supporters.proto.mlgateway.v1.RankRequest;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Instant;
import java.util.Arrays;
import java.util.Random;

/**
 * Measures how long a ranking takes in the process: from the request's values, by trained models, with a shadow model, to the answer.
 * Beside it the same question for {@code nearest@1} alone, measured in the same run. Processor time of the thread, so that it says the
 * same on a machine that is busy with other things. No test: started by hand.
 */
final class RankMeasurement {

    private static final int CANDIDATES = 50;
    private static final int WARM_UP = 3_000;
    private static final int MEASURED = 5_000;

    private RankMeasurement() {}

    public static void main(String[] arguments) {
        RankingService trained =
                RankingServices.service(
                        "nearest@1",
                        TrainedModels.keep(1, 3),
                        TrainedModels.twiceAsLong(),
                        TrainedModels.halfRefused());
        measure("keep", trained);
        measure("nearest@1", trained);
    }

    private static void measure(String model, RankingService rankings) {
        RankRequest request = request();
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long[] nanos = new long[MEASURED];
        for (int i = -WARM_UP; i < MEASURED; i++) {
            long begin = threads.getCurrentThreadCpuTime();
            int ranked =
                    RankResponses.response(rankings.rank(RankRequests.question(request), model))
                            .getRankedCount();
            if (ranked != CANDIDATES) {
                throw new IllegalStateException("ranked: " + ranked);
            }
            if (i >= 0) {
                nanos[i] = threads.getCurrentThreadCpuTime() - begin;
            }
        }
        Arrays.sort(nanos);
        System.out.printf(
                "%s: median %d µs, p99 %d µs of processor time%n",
                model, nanos[MEASURED / 2] / 1_000, nanos[MEASURED * 99 / 100] / 1_000);
    }

    private static RankRequest request() {
        var random = new Random(5);
        RankRequest.Builder request =
                RankRequest.newBuilder()
                        .setCallId("1")
                        .setOrigin(point(37.5, 127))
                        .setRankTime(Timestamps.of(Instant.parse("2026-11-20T12:30:00Z")))
                        .setTimeZone("Asia/Seoul")
                        .setRegion("seoul");
        for (int i = 0; i < CANDIDATES; i++) {
            request.addCandidates(
                    RankCandidate.newBuilder()
                            .setDriverId("driver-" + i)
                            .setLocation(
                                    point(
                                            37.5 + .02 * random.nextGaussian(),
                                            127 + .02 * random.nextGaussian())));
        }
        return request.build();
    }

    private static Point point(double lat, double lng) {
        return Point.newBuilder().setLat(lat).setLng(lng).build();
    }
}
