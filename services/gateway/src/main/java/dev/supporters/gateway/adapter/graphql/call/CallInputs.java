package dev.supporters.gateway.adapter.graphql.call;

import dev.supporters.gateway.adapter.graphql.call.CallTypes.CallStatus;
import dev.supporters.gateway.adapter.graphql.common.CommonInputs.CallLocationInput;
import dev.supporters.gateway.adapter.graphql.common.CommonTypes.Product;
import dev.supporters.gateway.adapter.graphql.common.SchemaDescriptions;

import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

import java.math.BigInteger;
import java.time.Instant;
import java.util.List;

/** What is asked about calls. */
public final class CallInputs {

    private CallInputs() {}

    @Input("RequestCallInput")
    @Description("Requests a call.")
    public record RequestCallInput(
            @Description(SchemaDescriptions.CLIENT_MUTATION_ID) String clientMutationId,
            @Id
                    @Description(
                            "Only for operators and services that number calls themselves: decimal digits, at most 17. Else it is numbered here.")
                    String callId,
            @DefaultValue("DRIVER") @Description("The product.") Product product,
            @Id @Description("The customer; a customer may leave it out.") String userId,
            @NonNull @Description("The name that the driver calls out; at most 100 characters.")
                    String userName,
            @NonNull @Description("Where the customer waits.") CallLocationInput origin,
            @NonNull @Description("Where to. Secret from drivers until one has accepted the call.")
                    CallLocationInput destination,
            @Description("On the way.") CallLocationInput stopover,
            @NonNull
                    @Description(
                            "What the customer pays, in the currency's minor unit: won for KRW, cents for USD. Not negative.")
                    BigInteger fare,
            @Description(
                            "The currency of the fare: an ISO 4217 code, also for a fare of 0. Nothing is assumed: refused where it is missing.")
                    String currency,
            @NonNull @Description("Metres from origin to destination by road; not negative.")
                    Integer distance,
            @Description("Where the customer's app is.") CallLocationInput appLocation) {}

    @Input("CancelCallInput")
    @Description("Cancels a call before its drive.")
    public record CancelCallInput(
            @Description(SchemaDescriptions.CLIENT_MUTATION_ID) String clientMutationId,
            @Id @NonNull @Description("The call.") String callId) {}

    @Input("ReleaseCallInput")
    @Description("Tells again what was given up about a call.")
    public record ReleaseCallInput(
            @Description(SchemaDescriptions.CLIENT_MUTATION_ID) String clientMutationId,
            @Id @NonNull @Description("The call.") String callId) {}

    @Input("EraseCustomerInput")
    @Description("Erases a customer.")
    public record EraseCustomerInput(
            @Description(SchemaDescriptions.CLIENT_MUTATION_ID) String clientMutationId,
            @Id @NonNull @Description("The customer.") String userId,
            @NonNull
                    @Description(
                            "Why: 1 to 500 characters. It is kept, so it must not name the customer.")
                    String reason) {}

    @Input("CallFilter")
    @Description("Which calls. What is left out does not restrict.")
    public record CallFilter(
            @Description("Only calls in these states.") List<CallStatus> statuses,
            @Id @Description("Only calls of this customer. A customer sees her own only.")
                    String userId,
            @Id @Description("Only calls of this driver. A driver sees his own only.")
                    String driverId,
            @Description("Only calls requested at or after this.") Instant from,
            @Description("Only calls requested before this.") Instant to) {}
}
