package dev.supporters.gateway.adapter.graphql.view;

import dev.supporters.proto.commander.v1.Command;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

import java.time.Instant;

@Type("Command")
@Description("An order to take a call. Never tells the destination.")
public record CommandView(
        @Id @NonNull @Description("The command.") String commandId,
        @Id @NonNull @Description("The call.") String callId,
        @Id @NonNull @Description("The driver.") String driverId,
        @Description("Where the customer waits.") CallLocation origin,
        @Description("The call's fare, in the currency's minor unit: won for KRW, cents for USD.")
                Long fare,
        @Description("The currency of the fare: an ISO 4217 code.") String currency,
        @Description("Estimated seconds to the customer.") Integer etaSeconds,
        @Description("When it was given.") Instant createdAt,
        @Description("Until when it may be refused; silence until then accepts.")
                Instant deadlineAt,
        @Description("What becomes of the call when it is refused.") RefusalConsequence onRefusal) {

    public static CommandView of(Command command) {
        return new CommandView(
                command.getCommandId(),
                command.getCallId(),
                command.getDriverId(),
                CallLocation.of(command.getOrigin()),
                command.getFare().getAmount(),
                command.getFare().getCurrency(),
                command.getEtaSeconds(),
                Wire.instant(command.hasCreateTime(), command.getCreateTime()),
                Wire.instant(command.hasDeadlineTime(), command.getDeadlineTime()),
                Wire.read(
                        RefusalConsequence.class, command.getOnRefusal(), "REFUSAL_CONSEQUENCE_"));
    }
}
