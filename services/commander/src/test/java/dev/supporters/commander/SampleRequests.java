package dev.supporters.commander;

import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.commander.v1.Accept;
import dev.supporters.proto.commander.v1.AssignRequest;
import dev.supporters.proto.commander.v1.CancelRequest;
import dev.supporters.proto.commander.v1.Candidate;
import dev.supporters.proto.commander.v1.CloseCallRequest;
import dev.supporters.proto.commander.v1.Command;
import dev.supporters.proto.commander.v1.Refuse;
import dev.supporters.proto.commander.v1.RespondRequest;
import dev.supporters.proto.common.v1.CancellationReason;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.common.v1.RefusalConsequence;
import dev.supporters.proto.common.v1.RefusalReason;

import java.util.UUID;

/** Requests to the commander to test with. */
public final class SampleRequests {

    private SampleRequests() {}

    public static AssignRequest assignment(String call, String driver) {
        return AssignRequest.newBuilder()
                .setRequestId(UUID.randomUUID().toString())
                .setCallId(call)
                .setProduct(Product.PRODUCT_DRIVER)
                .addCandidates(Candidate.newBuilder().setDriverId(driver).setEtaSeconds(240))
                .setOrigin(Samples.ORIGIN.toProto())
                .setFare(Samples.FARE.toProto())
                .setVeto(Timestamps.of(Samples.VETO))
                .setOnRefusal(RefusalConsequence.REFUSAL_CONSEQUENCE_GENERAL)
                .build();
    }

    static RespondRequest acceptance(String driver, Command command) {
        return RespondRequest.newBuilder()
                .setRequestId(UUID.randomUUID().toString())
                .setDriverId(driver)
                .setCommandId(command.getCommandId())
                .setAccept(Accept.getDefaultInstance())
                .build();
    }

    static RespondRequest refusal(String driver, Command command) {
        return RespondRequest.newBuilder()
                .setRequestId(UUID.randomUUID().toString())
                .setDriverId(driver)
                .setCommandId(command.getCommandId())
                .setRefuse(Refuse.newBuilder().setReason(RefusalReason.REFUSAL_REASON_TOO_FAR))
                .build();
    }

    public static CancelRequest cancellation(String call) {
        return CancelRequest.newBuilder()
                .setRequestId(UUID.randomUUID().toString())
                .setCallId(call)
                .setReason(CancellationReason.CANCELLATION_REASON_CUSTOMER)
                .build();
    }

    static CloseCallRequest closing(String call) {
        return CloseCallRequest.newBuilder().setCallId(call).build();
    }
}
