package dev.supporters.work.adapter.grpc;

import dev.supporters.platform.rpc.GuardedCalls;
import dev.supporters.proto.commander.v1.CloseSlotRequest;
import dev.supporters.proto.commander.v1.CommanderServiceGrpc.CommanderServiceBlockingStub;
import dev.supporters.proto.commander.v1.GetEngagementRequest;
import dev.supporters.proto.commander.v1.PauseRequest;
import dev.supporters.proto.commander.v1.UnpauseRequest;
import dev.supporters.work.shift.Engagements;
import dev.supporters.work.shift.WorkId;

import io.quarkus.grpc.GrpcClient;

import jakarta.enterprise.context.ApplicationScoped;

/** The slots, asked of commander. */
@ApplicationScoped
class CommanderEngagements implements Engagements {

    private final CommanderServiceBlockingStub slots;
    private final Callee commander;

    CommanderEngagements(
            @GrpcClient("commander") CommanderServiceBlockingStub slots, GuardedCalls remotes) {
        this.slots = slots;
        commander = new Callee("commander", remotes.named("commander"));
    }

    @Override
    public void pause(String driverId) {
        PauseRequest request = PauseRequest.newBuilder().setDriverId(driverId).build();
        commander.ask(() -> slots.pause(request));
    }

    @Override
    public void unpause(String driverId) {
        UnpauseRequest request = UnpauseRequest.newBuilder().setDriverId(driverId).build();
        commander.ask(() -> slots.unpause(request));
    }

    @Override
    public boolean engaged(String driverId) {
        GetEngagementRequest request =
                GetEngagementRequest.newBuilder().setDriverId(driverId).build();
        return switch (commander
                .ask(() -> slots.getEngagement(request))
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
    public boolean closeSlot(String driverId, WorkId workId) {
        CloseSlotRequest request =
                CloseSlotRequest.newBuilder()
                        .setDriverId(driverId)
                        .setWorkId(workId.value())
                        .build();
        return commander.ask(() -> slots.closeSlot(request)).getEngaged();
    }
}
