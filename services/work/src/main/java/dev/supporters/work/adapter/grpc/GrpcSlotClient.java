package dev.supporters.work.adapter.grpc;

import dev.supporters.contract.DriverId;
import dev.supporters.contract.WorkId;
import dev.supporters.platform.rpc.GuardedCalls;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.commander.v1.CloseSlotRequest;
import dev.supporters.proto.commander.v1.CloseSlotResponse;
import dev.supporters.proto.commander.v1.CommanderServiceGrpc.CommanderServiceBlockingStub;
import dev.supporters.proto.commander.v1.GetEngagementRequest;
import dev.supporters.proto.commander.v1.PauseRequest;
import dev.supporters.proto.commander.v1.PauseResponse;
import dev.supporters.proto.commander.v1.UnpauseRequest;
import dev.supporters.work.shift.SlotClient;

import io.quarkus.grpc.GrpcClient;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Instant;
import java.util.Optional;

/** Asks commander. */
@ApplicationScoped
class GrpcSlotClient implements SlotClient {

    private final CommanderServiceBlockingStub slots;
    private final DependencyInvoker commander;

    GrpcSlotClient(
            @GrpcClient("commander") CommanderServiceBlockingStub slots, GuardedCalls calls) {
        this.slots = slots;
        commander = new DependencyInvoker("commander", calls.named("commander"));
    }

    @Override
    public Optional<Instant> pause(DriverId driverId, WorkId workId, long version) {
        PauseRequest request =
                PauseRequest.newBuilder()
                        .setDriverId(driverId.value())
                        .setWorkId(workId.value())
                        .setWorkVersion(version)
                        .build();
        PauseResponse paused = commander.invoke(() -> slots.pause(request));
        return paused.hasLastEngagementEndTime()
                ? Optional.of(Timestamps.instant(paused.getLastEngagementEndTime()))
                : Optional.empty();
    }

    @Override
    public void unpause(DriverId driverId, WorkId workId, long version) {
        UnpauseRequest request =
                UnpauseRequest.newBuilder()
                        .setDriverId(driverId.value())
                        .setWorkId(workId.value())
                        .setWorkVersion(version)
                        .build();
        commander.invoke(() -> slots.unpause(request));
    }

    @Override
    public boolean engaged(DriverId driverId) {
        GetEngagementRequest request =
                GetEngagementRequest.newBuilder().setDriverId(driverId.value()).build();
        return switch (commander
                .invoke(() -> slots.getEngagement(request))
                .getEngagement()
                .getState()) {
            case ENGAGEMENT_STATE_COMMANDED,
                    ENGAGEMENT_STATE_ACCEPTED,
                    ENGAGEMENT_STATE_ARRIVED,
                    ENGAGEMENT_STATE_DRIVING ->
                    true;
            case ENGAGEMENT_STATE_UNSPECIFIED,
                    ENGAGEMENT_STATE_OFF,
                    ENGAGEMENT_STATE_FREE,
                    ENGAGEMENT_STATE_PAUSED,
                    UNRECOGNIZED ->
                    false;
        };
    }

    @Override
    public ClosedSlot closeSlot(DriverId driverId, WorkId workId) {
        CloseSlotRequest request =
                CloseSlotRequest.newBuilder()
                        .setDriverId(driverId.value())
                        .setWorkId(workId.value())
                        .build();
        CloseSlotResponse closed = commander.invoke(() -> slots.closeSlot(request));
        return new ClosedSlot(
                closed.getEngaged(),
                closed.hasLastEngagementEndTime()
                        ? Optional.of(Timestamps.instant(closed.getLastEngagementEndTime()))
                        : Optional.empty());
    }
}
