package dev.supporters.gateway.adapter.graphql.insight;

import dev.supporters.contract.CallId;
import dev.supporters.gateway.adapter.graphql.common.CommonTypes.Product;
import dev.supporters.gateway.adapter.graphql.common.ProtoMapper;
import dev.supporters.gateway.adapter.graphql.insight.DecisionTypes.CallDecisionsView;
import dev.supporters.gateway.adapter.graphql.insight.KpiTypes.KpisView;
import dev.supporters.gateway.adapter.graphql.insight.MomentTypes.NightMomentView;
import dev.supporters.gateway.adapter.graphql.insight.SwitchbackTypes.SwitchbackInput;
import dev.supporters.gateway.adapter.graphql.insight.SwitchbackTypes.SwitchbackIntervalView;
import dev.supporters.gateway.adapter.graphql.insight.SwitchbackTypes.SwitchbackReadoutView;
import dev.supporters.gateway.adapter.grpc.InsightClient;
import dev.supporters.gateway.adapter.http.PrincipalProvider;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.insight.v1.NightMomentRequest;
import dev.supporters.proto.insight.v1.PlanSwitchbackRequest;
import dev.supporters.proto.insight.v1.ReadSwitchbackRequest;

import io.smallrye.common.annotation.RunOnVirtualThread;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** How good nights were, for operators and services, and why calls were decided as they were, for operators: records of decisions say where drivers were. */
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
    @Query("nightMoment")
    @Description(
            "A night as it was at a moment: the calls that waited or were under way, and the supporters at work, to the cell. It is kept for 30 days. For operators.")
    public NightMomentView nightMoment(
            @DefaultValue("DRIVER") @Description("The product.") Product product,
            @NonNull @Description("The region.") String region,
            @NonNull @Description("The business date.") LocalDate businessDate,
            @NonNull
                    @Description(
                            "The moment. Before the night began there is nothing; after what is known of it, what was known last.")
                    Instant at) {
        principals.operator();
        NightMomentRequest request =
                NightMomentRequest.newBuilder()
                        .setProduct(ProtoMapper.product(product))
                        .setRegion(region)
                        .setBusinessDate(businessDate.toString())
                        .setMomentTime(Timestamps.of(at))
                        .build();
        return MomentSchemaMapper.view(insight.moment(request));
    }

    @NonNull
    @Query("switchbackPlan")
    @Description(
            "Which policy of an experiment applies when, in a region and a night. It is the same whenever it is asked; whoever runs the experiment puts the policies at these times. For operators.")
    public List<@NonNull SwitchbackIntervalView> switchbackPlan(
            @NonNull @Description("The experiment.") SwitchbackInput experiment,
            @DefaultValue("DRIVER") @Description("The product.") Product product,
            @NonNull @Description("The region.") String region,
            @NonNull @Description("The business date; not before the first one.")
                    LocalDate businessDate) {
        principals.operator();
        PlanSwitchbackRequest request =
                PlanSwitchbackRequest.newBuilder()
                        .setSwitchback(SwitchbackSchemaMapper.switchback(experiment))
                        .setProduct(ProtoMapper.product(product))
                        .setRegion(region)
                        .setBusinessDate(businessDate.toString())
                        .build();
        return insight.plan(request).stream().map(SwitchbackSchemaMapper::view).toList();
    }

    @NonNull
    @Query("switchbackReadout")
    @Description(
            "What an experiment says so far, and whether its treatment has lost. For operators.")
    public SwitchbackReadoutView switchbackReadout(
            @NonNull @Description("The experiment.") SwitchbackInput experiment,
            @DefaultValue("DRIVER") @Description("The product.") Product product,
            @NonNull @Description("The regions in which it takes place: 1 to 100.")
                    List<@NonNull String> regions,
            @NonNull @Description("How many nights it has: 1 to 60.") Integer nights) {
        principals.operator();
        ReadSwitchbackRequest request =
                ReadSwitchbackRequest.newBuilder()
                        .setSwitchback(SwitchbackSchemaMapper.switchback(experiment))
                        .setProduct(ProtoMapper.product(product))
                        .addAllRegions(regions)
                        .setNights(nights)
                        .build();
        return SwitchbackSchemaMapper.view(insight.read(request));
    }

    @NonNull
    @Query("decision")
    @Description(
            "Why a call was decided as it was: candidates, scores and filters, in plain words, and whether the decision comes out the same again; of a call that was held, the choices for all held calls, too. For operators.")
    public CallDecisionsView decision(@Id @NonNull @Description("The call.") String callId) {
        principals.operator();
        CallId call = new CallId(callId);
        return DecisionSchemaMapper.view(call, insight.decision(call));
    }
}
