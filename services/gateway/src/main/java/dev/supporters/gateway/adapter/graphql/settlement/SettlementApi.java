package dev.supporters.gateway.adapter.graphql.settlement;

import dev.supporters.contract.DriverId;
import dev.supporters.gateway.GatewayConfig;
import dev.supporters.gateway.adapter.graphql.common.CommonTypes.Product;
import dev.supporters.gateway.adapter.graphql.common.PrincipalProvider;
import dev.supporters.gateway.adapter.graphql.common.ProtoMapper;
import dev.supporters.gateway.adapter.graphql.common.SchemaDescriptions;
import dev.supporters.gateway.adapter.graphql.settlement.SettlementInputs.AdjustStatementInput;
import dev.supporters.gateway.adapter.graphql.settlement.SettlementInputs.RecomputeStatementInput;
import dev.supporters.gateway.adapter.graphql.settlement.SettlementTypes.RecomputePayload;
import dev.supporters.gateway.adapter.graphql.settlement.SettlementTypes.StatementPage;
import dev.supporters.gateway.adapter.graphql.settlement.SettlementTypes.StatementPayload;
import dev.supporters.gateway.adapter.graphql.settlement.SettlementTypes.StatementView;
import dev.supporters.gateway.adapter.grpc.SettlementClient;
import dev.supporters.gateway.validation.InputChecks;
import dev.supporters.proto.settlement.v1.ListStatementsRequest;
import dev.supporters.proto.settlement.v1.ListStatementsResponse;
import dev.supporters.proto.settlement.v1.RecomputeResponse;
import dev.supporters.proto.settlement.v1.Statement;

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

    private final PrincipalProvider principals;
    private final SettlementClient settlement;
    private final GatewayConfig config;

    SettlementApi(PrincipalProvider principals, SettlementClient settlement, GatewayConfig config) {
        this.principals = principals;
        this.settlement = settlement;
        this.config = config;
    }

    @Query("statement")
    @Description("What a driver is paid for a business date, and why. Drivers see their own.")
    public StatementView statement(
            @Id @Description(SchemaDescriptions.DRIVER) String driverId,
            @NonNull @Description("The business date.") LocalDate businessDate,
            @DefaultValue("DRIVER") @Description("The product.") Product product) {
        DriverId driver = InputChecks.driverId(principals.get(), driverId);
        return SettlementSchemaMapper.view(
                settlement.statement(
                        driver, businessDate.toString(), ProtoMapper.product(product)));
    }

    @NonNull
    @Query("statements")
    @Description("All statements of a business date, by work id. For operators and services.")
    public StatementPage statements(
            @NonNull @Description("The business date.") LocalDate businessDate,
            @Description(SchemaDescriptions.FIRST) Integer first,
            @Description(SchemaDescriptions.AFTER) String after) {
        principals.get().mustSeeAll();
        ListStatementsRequest request =
                ListStatementsRequest.newBuilder()
                        .setBusinessDate(businessDate.toString())
                        .setPageSize(InputChecks.pageSize(first, config.pageSize()))
                        .setPageToken(ProtoMapper.orEmpty(after))
                        .build();
        ListStatementsResponse response = settlement.statements(request);
        return new StatementPage(
                response.getStatementsList().stream().map(SettlementSchemaMapper::view).toList(),
                ProtoMapper.pageInfo(response.getNextPageToken()));
    }

    @NonNull
    @Mutation("adjustStatement")
    @Description("Corrects a statement by an entry of its own. For operators.")
    public StatementPayload adjustStatement(
            @NonNull @Description("The correction.") AdjustStatementInput input) {
        Statement statement =
                settlement.adjust(SettlementSchemaMapper.request(principals.operator(), input));
        return new StatementPayload(
                input.clientMutationId(), SettlementSchemaMapper.view(statement));
    }

    @NonNull
    @Mutation("recomputeStatement")
    @Description(
            "Calculates a statement again from its events and compares it with the ledger; changes nothing. For operators.")
    public RecomputePayload recomputeStatement(
            @NonNull @Description("Which statement.") RecomputeStatementInput input) {
        principals.operator();
        RecomputeResponse response = settlement.recompute(SettlementSchemaMapper.request(input));
        return new RecomputePayload(
                input.clientMutationId(),
                SettlementSchemaMapper.view(response.getStatement()),
                response.getSame());
    }
}
