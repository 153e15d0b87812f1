package dev.supporters.gateway.adapter.graphql.driver;

import dev.supporters.gateway.adapter.graphql.common.CommonTypes.Product;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

import java.time.Instant;
import java.util.List;

/** Drivers as the schema shows them. */
public final class DriverTypes {

    private DriverTypes() {}

    @Type("Driver")
    @Description("A driver's profile.")
    public record DriverView(
            @Id @NonNull @Description("The driver.") String driverId,
            @Description("The name shown to customers.") String name,
            @Description("Memberships in the supporters group, at most one a product.")
                    List<MembershipView> memberships,
            @Description("When the profile was first put.") Instant createdAt,
            @NonNull @Description("Grows with every change.") Long version) {}

    @Type("Membership")
    @Description("A driver's membership in the supporters group.")
    public record MembershipView(
            @Description("The product.") Product product,
            @Description("The region whose policy applies.") String region,
            @Description("Whether the driver takes part at present.") ActivityMode activityMode,
            @Description(
                            "Since when an operator's decision on a signal of abuse keeps the mode OFF: only"
                                    + " an operator ends that. Null if none does.")
                    Instant suspendedSince) {}

    @Type("ModeChange")
    @Description("An activity mode was switched.")
    public record ModeChangeView(
            @Description("The product.") Product product,
            @Description("The mode since then.") ActivityMode activityMode,
            @Description("Who did it: the driver, or an operator; null where nobody knows.")
                    String actor,
            @Id
                    @Description(
                            "The signal of abuse because of which an operator did it; null if"
                                    + " because of none.")
                    String signalId,
            @Description("When.") Instant at) {}

    @Enum("ActivityMode")
    @Description("Whether a member takes part at present.")
    public enum ActivityMode {
        @Description("Takes part.")
        ON,

        @Description("Does not.")
        OFF
    }

    @Type("DriverDispatchStatus")
    @Description("What a driver does at present; may lag by milliseconds.")
    public record DispatchStatusView(
            @Id @NonNull @Description("The driver.") String driverId,
            @Description("The product.") Product product,
            @Description("The state; null for one never seen at work.") DispatchState state,
            @Id @Description("The call of the live command or drive; null when there is none.")
                    String callId,
            @Description("When the state began.") Instant since,
            @NonNull @Description("Drives completed in the present shift.")
                    Integer completedDrives) {}

    @Enum("DispatchState")
    @Description("What a driver does at present.")
    public enum DispatchState {
        @Description("Not at work.")
        OFF,

        @Description("At work and free.")
        FREE,

        @Description("At work, resting.")
        RESTING,

        @Description("Has a command that is not decided.")
        COMMANDED,

        @Description("On the way to the customer.")
        ACCEPTED,

        @Description("With the customer, not yet driving.")
        ARRIVED,

        @Description("Drives the customer.")
        DRIVING
    }

    @Type("DriverPayload")
    @Description("A profile, as the mutation left it.")
    public record DriverPayload(
            @Description("As it was given.") String clientMutationId,
            @NonNull @Description("The profile.") DriverView driver) {}
}
