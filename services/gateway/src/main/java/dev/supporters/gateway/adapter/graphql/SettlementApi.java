package dev.supporters.gateway.adapter.graphql;

import dev.supporters.gateway.GatewayConfig;
import dev.supporters.gateway.access.Viewer;
import dev.supporters.gateway.adapter.graphql.input.AdjustStatementInput;
import dev.supporters.gateway.adapter.graphql.input.Bounds;
import dev.supporters.gateway.adapter.graphql.input.RecomputeStatementInput;
import dev.supporters.gateway.adapter.graphql.view.PageInfo;
import dev.supporters.gateway.adapter.graphql.view.Product;
import dev.supporters.gateway.adapter.graphql.view.RecomputePayload;
import dev.supporters.gateway.adapter.graphql.view.StatementPage;
import dev.supporters.gateway.adapter.graphql.view.StatementPayload;
import dev.supporters.gateway.adapter.graphql.view.StatementView;
import dev.supporters.gateway.adapter.graphql.view.Words;
import dev.supporters.gateway.adapter.grpc.SettlementClient;
import dev.supporters.proto.settlement.v1.AdjustRequest;
import dev.supporters.proto.settlement.v1.ListStatementsRequest;
import dev.supporters.proto.settlement.v1.ListStatementsResponse;
import dev.supporters.proto.settlement.v1.RecomputeRequest;
import dev.supporters.proto.settlement.v1.RecomputeResponse;

import io.smallrye.common.annotation.RunOnVirtualThread;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;

import java.time.LocalDate;

/** What supporters are paid, and why. */
@GraphQLApi
@ApplicationScoped
@RunOnVirtualThread
public class SettlementApi {

    private static final int REASON = 500;

    private final Viewers viewers;
    private final SettlementClient settlement;
    private final GatewayConfig config;

    SettlementApi(Viewers viewers, SettlementClient settlement, GatewayConfig config) {
        this.viewers = viewers;
        this.settlement = settlement;
        this.config = config;
    }

    @Query("statement")
    @Description("What a driver is paid for a business date, and why. Drivers see their own.")
    public StatementView statement(
            @Id @Description(Words.DRIVER) String driverId,
            @NonNull @Description("The business date.") LocalDate businessDate,
            @DefaultValue("DRIVER") @Description("The product.") Product product) {
        String driver = Bounds.driver(viewers.current(), driverId);
        return StatementView.of(
                settlement.statement(driver, businessDate.toString(), Bounds.product(product)));
    }

    @NonNull
    @Query("statements")
    @Description("All statements of a business date, by work id. For operators and services.")
    public StatementPage statements(
            @NonNull @Description("The business date.") LocalDate businessDate,
            @Description(Words.FIRST) Integer first,
            @Description(Words.AFTER) String after) {
        viewers.current().mustSeeAll();
        ListStatementsRequest request =
                ListStatementsRequest.newBuilder()
                        .setBusinessDate(businessDate.toString())
                        .setPageSize(Bounds.pageSize(first, config.pageSize()))
                        .setPageToken(Bounds.pageToken(after))
                        .build();
        ListStatementsResponse response = settlement.statements(request);
        return new StatementPage(
                response.getStatementsList().stream().map(StatementView::of).toList(),
                PageInfo.of(response.getNextPageToken()));
    }

    @NonNull
    @Mutation("adjustStatement")
    @Description("Corrects a statement by an entry of its own. For operators.")
    public StatementPayload adjustStatement(
            @NonNull @Description("The correction.") AdjustStatementInput input) {
        Viewer viewer = viewers.operator();
        AdjustRequest request =
                AdjustRequest.newBuilder()
                        .setRequestId(
                                RequestKeys.of("adjustStatement", viewer, input.clientMutationId()))
                        .setDriverId(Bounds.id(input.driverId(), "driverId"))
                        .setBusinessDate(input.businessDate().toString())
                        .setProduct(Bounds.product(input.product()))
                        .setAmount(Bounds.money(input.amount(), "amount"))
                        .setReason(Bounds.text(input.reason(), "reason", REASON))
                        .setActor(viewer.id())
                        .build();
        return new StatementPayload(
                input.clientMutationId(), StatementView.of(settlement.adjust(request)));
    }

    @NonNull
    @Mutation("recomputeStatement")
    @Description(
            "Computes a statement anew from its events and compares it with the ledger; changes nothing. For operators.")
    public RecomputePayload recomputeStatement(
            @NonNull @Description("Which statement.") RecomputeStatementInput input) {
        viewers.operator();
        RecomputeRequest request =
                RecomputeRequest.newBuilder()
                        .setDriverId(Bounds.id(input.driverId(), "driverId"))
                        .setBusinessDate(input.businessDate().toString())
                        .setProduct(Bounds.product(input.product()))
                        .build();
        RecomputeResponse response = settlement.recompute(request);
        return new RecomputePayload(
                input.clientMutationId(),
                StatementView.of(response.getStatement()),
                response.getSame());
    }
}
