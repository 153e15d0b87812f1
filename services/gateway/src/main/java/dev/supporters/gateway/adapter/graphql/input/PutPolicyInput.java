package dev.supporters.gateway.adapter.graphql.input;

import dev.supporters.gateway.adapter.graphql.view.PolicyWords;
import dev.supporters.gateway.adapter.graphql.view.Product;
import dev.supporters.gateway.adapter.graphql.view.RefusalConsequence;
import dev.supporters.gateway.adapter.graphql.view.Words;

import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

import java.math.BigInteger;
import java.util.List;

@Input("PutPolicyInput")
@Description("Puts a new version of a policy, as a whole.")
public record PutPolicyInput(
        @Description(Words.CLIENT_MUTATION_ID) String clientMutationId,
        @DefaultValue("DRIVER") @Description("The product.") Product product,
        @NonNull @Description(PolicyWords.REGION) String region,
        @NonNull @Description(PolicyWords.BOUNDS) BoxInput bounds,
        @NonNull @Description(PolicyWords.TIME_ZONE) String timeZone,
        @NonNull @Description(PolicyWords.WINDOW_BEGIN) String windowBegin,
        @NonNull @Description(PolicyWords.WINDOW_MINUTES) Integer windowMinutes,
        @NonNull @Description(PolicyWords.VETO_SECONDS) Double vetoSeconds,
        @DefaultValue("GENERAL") @Description(PolicyWords.ON_REFUSAL) RefusalConsequence onRefusal,
        @NonNull @Description(PolicyWords.HOURLY_WAGE) MoneyInput hourlyWage,
        @NonNull @Description(PolicyWords.REST_PAID) Boolean restPaid,
        @NonNull @Description(PolicyWords.ROLLOUT_PERCENT) Integer rolloutPercent,
        @NonNull @Description(PolicyWords.MAX_PICKUP_SECONDS) Integer maxPickupSeconds,
        @NonNull @Description(PolicyWords.MAX_CANDIDATES) Integer maxCandidates,
        @Description(PolicyWords.APP_RULES) List<AppRuleInput> appRules,
        @NonNull @Description(PolicyWords.UNREACHABLE_AFTER_SECONDS)
                Integer unreachableAfterSeconds,
        @NonNull
                @Description(
                        "The version that it replaces; 0 for a first one; -1 for whichever there is.")
                BigInteger expectedVersion) {}
