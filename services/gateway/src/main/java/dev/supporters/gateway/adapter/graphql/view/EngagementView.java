package dev.supporters.gateway.adapter.graphql.view;

import dev.supporters.proto.commander.v1.Engagement;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

@Type("Engagement")
@Description("A driver's one slot: no driver has two.")
public record EngagementView(
        @Id @NonNull @Description("The driver.") String driverId,
        @Description("The product; null for one who never worked.") Product product,
        @Description("Where the slot stands.") EngagementState state,
        @Description(
                        "The live command, also after its acceptance until the drive ends; null when the slot is free.")
                CommandView command,
        @NonNull @Description("Grows with every change.") Long version) {

    public static EngagementView of(Engagement engagement) {
        return new EngagementView(
                engagement.getDriverId(),
                Wire.read(Product.class, engagement.getProduct(), "PRODUCT_"),
                Wire.read(EngagementState.class, engagement.getState(), "ENGAGEMENT_STATE_"),
                engagement.hasCommand() ? CommandView.of(engagement.getCommand()) : null,
                engagement.getVersion());
    }
}
