package dev.supporters.gateway.adapter.graphql.driver;

import dev.supporters.gateway.adapter.graphql.common.CommonTypes.PageInfo;
import dev.supporters.gateway.adapter.graphql.common.CommonTypes.Product;
import dev.supporters.gateway.adapter.graphql.driver.StatisticsTypes.CriterionView;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

import java.time.Instant;
import java.util.List;

/** Applications to the supporters group as the schema shows them. */
public final class ApplicationTypes {

    private ApplicationTypes() {}

    @Type("Application")
    @Description("A driver's wish to join the supporters group, and what became of it.")
    public record ApplicationView(
            @Id @NonNull @Description("The application.") String applicationId,
            @Id @NonNull @Description("The driver.") String driverId,
            @Description("The product.") Product product,
            @NonNull @Description("The region whose policy applies.") String region,
            @Description("How far it is.") ApplicationState state,
            @NonNull @Description("What happened, oldest first.")
                    List<@NonNull ApplicationStepView> steps,
            @NonNull @Description("For how many seconds it has been in its state.")
                    Long ageSeconds) {}

    @Enum("ApplicationState")
    @Description("How far an application is. SUBMITTED and INFORMATION_REQUIRED are open.")
    public enum ApplicationState {
        @Description("It waits for an operator's review.")
        SUBMITTED,

        @Description("An operator has asked for more; it waits for the driver.")
        INFORMATION_REQUIRED,

        @Description("The driver is a member.")
        APPROVED,

        @Description("An operator has rejected it.")
        REJECTED,

        @Description("The driver has taken it back.")
        WITHDRAWN,

        @Description("The driver did not answer in time what an operator had asked.")
        EXPIRED,

        @Description("The membership that it led to is over.")
        ENDED
    }

    @Type("ApplicationStep")
    @Description("One thing that happened to an application.")
    public record ApplicationStepView(
            @Description("What happened.") ApplicationStepKind kind,
            @Description("When.") Instant happenedAt,
            @Description("Who did it; null where nobody did, or nobody knows.") String actor,
            @Description("What was said; null if nothing was.") String text,
            @NonNull @Description("What eligibility came to then; empty where nobody looked at it.")
                    List<@NonNull CriterionView> criteria) {}

    @Enum("ApplicationStepKind")
    @Description("What can happen to an application.")
    public enum ApplicationStepKind {
        @Description("The driver has applied.")
        APPLIED,

        @Description("An operator has asked for more.")
        ASKED,

        @Description("The driver has answered.")
        SUPPLEMENTED,

        @Description("An operator has approved it; the membership begins.")
        APPROVED,

        @Description("An operator has rejected it.")
        REJECTED,

        @Description("The driver has taken it back.")
        WITHDRAWN,

        @Description("The driver did not answer in time.")
        EXPIRED,

        @Description("The driver has left the group.")
        LEFT,

        @Description("An operator has put the driver's profile without the membership.")
        REMOVED,

        @Description("An operator has put the driver's profile with the membership.")
        GIVEN
    }

    @Enum("ReviewDecision")
    @Description("What an operator decides about an application.")
    public enum ReviewDecision {
        @Description("The driver becomes a member, with the activity mode ON.")
        APPROVE,

        @Description("The driver does not.")
        REJECT,

        @Description("The driver must say more first.")
        ASK
    }

    @Type("ApplicationPage")
    @Description("Applications.")
    public record ApplicationPage(
            @NonNull @Description("The applications of the page.")
                    List<@NonNull ApplicationView> applications,
            @NonNull @Description("Whether there are more.") PageInfo pageInfo) {}

    @Type("ApplicationPayload")
    @Description("An application, as the mutation left it.")
    public record ApplicationPayload(
            @Description("As it was given.") String clientMutationId,
            @NonNull @Description("The application.") ApplicationView application) {}
}
