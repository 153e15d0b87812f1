package dev.supporters.gateway.adapter.graphql.input;

import dev.supporters.gateway.adapter.graphql.view.Product;
import dev.supporters.gateway.adapter.graphql.view.RefusalConsequence;

import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

import java.math.BigInteger;
import java.util.List;

@Input("PutPolicyInput")
@Description("Puts a new version of a policy, as a whole.")
public record PutPolicyInput(
        @Description(
                        "Idempotency key, at most 100 characters: the same again changes nothing. One is made if it is missing.")
                String clientMutationId,
        @DefaultValue("DRIVER") @Description("The product.") Product product,
        @NonNull
                @Description(
                        "The region's name: lower-case letters, digits and hyphens, at most 40 characters.")
                String region,
        @NonNull
                @Description(
                        "Where the region lies. Where several regions hold a place, the smallest counts.")
                BoxInput bounds,
        @NonNull
                @Description(
                        "IANA name, like Asia/Seoul. Windows and business dates are reckoned in it.")
                String timeZone,
        @NonNull @Description("Local time at which the work window begins, HH:mm.")
                String windowBegin,
        @NonNull @Description("How long the window lasts, in minutes: more than 0, at most 1440.")
                Integer windowMinutes,
        @NonNull
                @Description(
                        "Within how many seconds a command may be refused; silence accepts. More than 0, at most 120.")
                Double vetoSeconds,
        @DefaultValue("GENERAL") @Description("What becomes of a refused call.")
                RefusalConsequence onRefusal,
        @NonNull @Description("Pay per hour of working time.") MoneyInput hourlyWage,
        @NonNull @Description("Whether rest is paid.") Boolean restPaid,
        @NonNull
                @Description(
                        "Percentage of calls that may go to supporters, 0 to 100; sticky per call.")
                Integer rolloutPercent,
        @NonNull
                @Description(
                        "A supporter who would need longer to the customer, in seconds, is no candidate.")
                Integer maxPickupSeconds,
        @NonNull @Description("How many of the nearest free supporters are ranked: 1 to 128.")
                Integer maxCandidates,
        @Description("Which apps may begin a work; an empty list allows all.")
                List<AppRuleInput> appRules,
        @NonNull
                @Description(
                        "A working driver who has reported nothing for so many seconds counts as unreachable.")
                Integer unreachableAfterSeconds,
        @NonNull
                @Description(
                        "The version that it replaces; 0 for a first one; -1 for whichever there is.")
                BigInteger expectedVersion) {}
