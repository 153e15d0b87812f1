package dev.supporters.work;

import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.refusal.RefusalStatus;
import dev.supporters.proto.commander.v1.CloseSlotRequest;
import dev.supporters.proto.commander.v1.CloseSlotResponse;
import dev.supporters.proto.commander.v1.CommanderServiceGrpc.CommanderServiceImplBase;
import dev.supporters.proto.commander.v1.GetEngagementRequest;
import dev.supporters.proto.commander.v1.GetEngagementResponse;
import dev.supporters.proto.commander.v1.PauseRequest;
import dev.supporters.proto.commander.v1.PauseResponse;
import dev.supporters.proto.commander.v1.UnpauseRequest;
import dev.supporters.proto.commander.v1.UnpauseResponse;
import dev.supporters.proto.common.v1.ErrorReason;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.driver.v1.ActivityMode;
import dev.supporters.proto.driver.v1.Driver;
import dev.supporters.proto.driver.v1.DriverServiceGrpc.DriverServiceImplBase;
import dev.supporters.proto.driver.v1.GetRequest;
import dev.supporters.proto.driver.v1.GetResponse;
import dev.supporters.proto.driver.v1.Membership;
import dev.supporters.testkit.FakeNeighbours;

import io.grpc.stub.StreamObserver;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Driver and commander, as far as a driver's id tells what they answer: "stranger…", "lazy…", "driving…", "leaver…" (a member only while
 * the shift begins, which asks twice), or anybody.
 */
public final class WorkNeighbours extends FakeNeighbours {

    @Override
    public Map<String, String> start() {
        Map<String, String> config =
                grpc(Map.of("driver", new Drivers(), "commander", new Commander()));
        // a JVM that has just started is slower than a deadline of production
        config.put("supporters.remote.driver.deadline", "5s");
        config.put("supporters.remote.commander.deadline", "5s");
        return config;
    }

    private static final class Drivers extends DriverServiceImplBase {

        private final Map<String, Integer> askedFor = new ConcurrentHashMap<>();

        @Override
        public void get(GetRequest request, StreamObserver<GetResponse> observer) {
            String id = request.getDriverId();
            if (id.startsWith("stranger")
                    || (id.startsWith("leaver") && askedFor.merge(id, 1, Integer::sum) > 2)) {
                observer.onError(
                        RefusalStatus.toStatus(
                                new Refusal(
                                        ErrorReason.ERROR_REASON_DRIVER_NOT_FOUND,
                                        id,
                                        "a driver")));
                return;
            }
            Membership membership =
                    Membership.newBuilder()
                            .setProduct(Product.PRODUCT_DRIVER)
                            .setRegion("seoul")
                            .setMode(
                                    id.startsWith("lazy")
                                            ? ActivityMode.ACTIVITY_MODE_OFF
                                            : ActivityMode.ACTIVITY_MODE_ON)
                            .build();
            answer(
                    observer,
                    GetResponse.newBuilder()
                            .setDriver(
                                    Driver.newBuilder().setDriverId(id).addMemberships(membership))
                            .build());
        }
    }

    private static final class Commander extends CommanderServiceImplBase {

        @Override
        public void pause(PauseRequest request, StreamObserver<PauseResponse> observer) {
            answer(observer, PauseResponse.getDefaultInstance());
        }

        @Override
        public void unpause(UnpauseRequest request, StreamObserver<UnpauseResponse> observer) {
            answer(observer, UnpauseResponse.getDefaultInstance());
        }

        @Override
        public void getEngagement(
                GetEngagementRequest request, StreamObserver<GetEngagementResponse> observer) {
            answer(observer, GetEngagementResponse.getDefaultInstance());
        }

        @Override
        public void closeSlot(
                CloseSlotRequest request, StreamObserver<CloseSlotResponse> observer) {
            answer(
                    observer,
                    CloseSlotResponse.newBuilder()
                            .setEngaged(request.getDriverId().startsWith("driving"))
                            .build());
        }
    }
}
