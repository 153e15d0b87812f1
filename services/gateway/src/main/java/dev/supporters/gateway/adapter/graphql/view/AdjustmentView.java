package dev.supporters.gateway.adapter.graphql.view;

import dev.supporters.proto.settlement.v1.Adjustment;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Type;

import java.time.Instant;

@Type("Adjustment")
@Description("A correction by an operator.")
public record AdjustmentView(
        @Id @Description("Its request's id.") String requestId,
        @Description("What is added; negative to take away.") MoneyView amount,
        @Description("Why.") String reason,
        @Description("Who.") String actor,
        @Description("When.") Instant createdAt) {

    static AdjustmentView of(Adjustment adjustment) {
        return new AdjustmentView(
                adjustment.getRequestId(),
                MoneyView.of(adjustment.getAmount()),
                adjustment.getReason(),
                adjustment.getActor(),
                Wire.instant(adjustment.hasCreateTime(), adjustment.getCreateTime()));
    }
}
