package dev.supporters.commander.adapter.grpc;

import dev.supporters.commander.engagement.Answering;
import dev.supporters.commander.slot.CommandKey;
import dev.supporters.commander.slot.DriverId;
import dev.supporters.commander.slot.Refuse;
import dev.supporters.commander.slot.Slot;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.refusal.Require;
import dev.supporters.platform.store.Versioned;
import dev.supporters.proto.commander.v1.CommandOutcome;
import dev.supporters.proto.commander.v1.RespondRequest;
import dev.supporters.proto.commander.v1.RespondResponse;

import jakarta.enterprise.context.ApplicationScoped;

/** Drivers' answers as they come over the wire. */
@ApplicationScoped
class Answers {

    private final Answering answering;

    Answers(Answering answering) {
        this.answering = answering;
    }

    RespondResponse respond(RespondRequest request) {
        Require.requestId(request.getRequestId());
        DriverId driverId = new DriverId(request.getDriverId());
        CommandKey key = new CommandKey(request.getCommandId(), request.getCallId());
        return switch (request.getAnswerCase()) {
            case ACCEPT ->
                    response(
                            CommandOutcome.COMMAND_OUTCOME_ACCEPTED,
                            answering.accept(driverId, key));
            case REFUSE -> {
                Refuse refuse =
                        new Refuse(
                                request.getRefuse().getReason(), request.getRefuse().getComment());
                yield response(
                        CommandOutcome.COMMAND_OUTCOME_REFUSED,
                        answering.refuse(driverId, key, refuse));
            }
            case ANSWER_NOT_SET -> throw Refusal.invalid("answer", "nothing", "accept or refuse");
        };
    }

    private static RespondResponse response(CommandOutcome outcome, Versioned<Slot> slot) {
        return RespondResponse.newBuilder()
                .setOutcome(outcome)
                .setEngagement(Wire.engagement(slot))
                .build();
    }
}
