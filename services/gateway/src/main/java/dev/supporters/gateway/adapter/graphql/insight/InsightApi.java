package dev.supporters.gateway.adapter.graphql.insight;

import dev.supporters.contract.CallId;
import dev.supporters.gateway.adapter.graphql.common.CommonTypes.Product;
import dev.supporters.gateway.adapter.graphql.common.ProtoMapper;
import dev.supporters.gateway.adapter.graphql.insight.DecisionTypes.CallDecisionsView;
import dev.supporters.gateway.adapter.graphql.insight.KpiTypes.KpisView;
import dev.supporters.gateway.adapter.grpc.InsightClient;
import dev.supporters.gateway.adapter.http.PrincipalProvider;

import io.smallrye.common.annotation.RunOnVirtualThread;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;

import java.time.LocalDate;

/** How good nights were, and why calls were decided as they were. For operators and services. */
@GraphQLApi
@ApplicationScoped
@RunOnVirtualThread
public class InsightApi {

    private final PrincipalProvider principals;
    private final InsightClient insight;

    InsightApi(PrincipalProvider principals, InsightClient insight) {
        this.principals = principals;
        this.insight = insight;
    }

    @NonNull
    @Query("kpis")
    @Description("The figures of a night, live or after it. For operators and services.")
    public KpisView kpis(
            @NonNull @Description("The business date.") LocalDate businessDate,
            @DefaultValue("DRIVER") @Description("The product.") Product product,
            @Description("The region; null for all.") String region) {
        principals.get().mustSeeAll();
        return KpiSchemaMapper.view(
                insight.kpis(
                        businessDate, ProtoMapper.product(product), ProtoMapper.orEmpty(region)));
    }

    @NonNull
    @Query("decision")
    @Description(
            "Why a call was decided as it was: candidates, scores and filters, in plain words, and whether the decision comes out the same again. For operators and services.")
    public CallDecisionsView decision(@Id @NonNull @Description("The call.") String callId) {
        principals.get().mustSeeAll();
        CallId call = new CallId(callId);
        return DecisionSchemaMapper.view(call, insight.decision(call));
    }
}
