package dev.supporters.gateway.adapter.graphql.settlement;

import dev.supporters.contract.DriverId;
import dev.supporters.gateway.GatewayConfig;
import dev.supporters.gateway.access.Principal;
import dev.supporters.gateway.access.Principal.Role;
import dev.supporters.gateway.adapter.graphql.common.CommonTypes.Product;
import dev.supporters.gateway.adapter.graphql.common.ProtoMapper;
import dev.supporters.gateway.adapter.graphql.common.SchemaDescriptions;
import dev.supporters.gateway.adapter.graphql.settlement.CloseTypes.BusinessDateView;
import dev.supporters.gateway.adapter.graphql.settlement.CloseTypes.CloseBusinessDateInput;
import dev.supporters.gateway.adapter.graphql.settlement.CloseTypes.CloseBusinessDatePayload;
import dev.supporters.gateway.adapter.graphql.settlement.DisputeTypes.AnswerDisputeInput;
import dev.supporters.gateway.adapter.graphql.settlement.DisputeTypes.DisputePage;
import dev.supporters.gateway.adapter.graphql.settlement.DisputeTypes.DisputePayload;
import dev.supporters.gateway.adapter.graphql.settlement.DisputeTypes.OpenDisputeInput;
import dev.supporters.gateway.adapter.graphql.settlement.DisputeTypes.WithdrawDisputeInput;
import dev.supporters.gateway.adapter.graphql.settlement.MonthTypes.MinutePage;
import dev.supporters.gateway.adapter.graphql.settlement.MonthTypes.MonthView;
import dev.supporters.gateway.adapter.graphql.settlement.SettlementInputs.AdjustStatementInput;
import dev.supporters.gateway.adapter.graphql.settlement.SettlementInputs.RecomputeStatementInput;
import dev.supporters.gateway.adapter.graphql.settlement.SettlementTypes.RecomputePayload;
import dev.supporters.gateway.adapter.graphql.settlement.SettlementTypes.StatementPage;
import dev.supporters.gateway.adapter.graphql.settlement.SettlementTypes.StatementPayload;
import dev.supporters.gateway.adapter.graphql.settlement.SettlementTypes.StatementView;
import dev.supporters.gateway.adapter.grpc.SettlementClient;
import dev.supporters.gateway.adapter.http.PrincipalProvider;
import dev.supporters.gateway.validation.InputChecks;
import dev.supporters.proto.settlement.v1.BusinessDate;
import dev.supporters.proto.settlement.v1.Dispute;
import dev.supporters.proto.settlement.v1.GetMonthRequest;
import dev.supporters.proto.settlement.v1.ListDisputesRequest;
import dev.supporters.proto.settlement.v1.ListDisputesResponse;
import dev.supporters.proto.settlement.v1.ListMinutesRequest;
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
import java.util.Optional;

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
    @Description(
            "Adds an entry to a statement: a correction, a guarantee or a deduction. For"
                    + " operators.")
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
            "Calculates a statement again from its events and compares it with the ledger; changes"
                    + " nothing. For operators.")
    public RecomputePayload recomputeStatement(
            @NonNull @Description("Which statement.") RecomputeStatementInput input) {
        principals.operator();
        RecomputeResponse response = settlement.recompute(SettlementSchemaMapper.request(input));
        return new RecomputePayload(
                input.clientMutationId(),
                SettlementSchemaMapper.view(response.getStatement()),
                response.getSame());
    }

    @NonNull
    @Query("monthStatement")
    @Description(
            "What a driver is paid for the shifts of a month, by business date. Drivers see their"
                    + " own.")
    public MonthView monthStatement(
            @Id @Description(SchemaDescriptions.DRIVER) String driverId,
            @NonNull @Description("The month, like 2026-11.") String month,
            @DefaultValue("DRIVER") @Description("The product.") Product product) {
        GetMonthRequest request =
                GetMonthRequest.newBuilder()
                        .setDriverId(InputChecks.driverId(principals.get(), driverId).value())
                        .setMonth(month)
                        .setProduct(ProtoMapper.product(product))
                        .build();
        return MonthSchemaMapper.view(settlement.month(request));
    }

    @NonNull
    @Query("statementMinutes")
    @Description("A shift minute by minute: classes, place and calls. Drivers see their own.")
    public MinutePage statementMinutes(
            @Id @Description(SchemaDescriptions.DRIVER) String driverId,
            @NonNull @Description("The business date.") LocalDate businessDate,
            @DefaultValue("DRIVER") @Description("The product.") Product product,
            @Description(SchemaDescriptions.FIRST) Integer first,
            @Description(SchemaDescriptions.AFTER) String after) {
        ListMinutesRequest request =
                ListMinutesRequest.newBuilder()
                        .setDriverId(InputChecks.driverId(principals.get(), driverId).value())
                        .setBusinessDate(businessDate.toString())
                        .setProduct(ProtoMapper.product(product))
                        .setPageSize(InputChecks.pageSize(first, config.pageSize()))
                        .setPageToken(ProtoMapper.orEmpty(after))
                        .build();
        return MonthSchemaMapper.view(settlement.minutes(request));
    }

    @NonNull
    @Query("disputes")
    @Description(
            "What a driver said against statements, whatever came of it, the newest first. Drivers"
                    + " see their own.")
    public DisputePage disputes(
            @Id @Description(SchemaDescriptions.DRIVER) String driverId,
            @Description("Those of at most so many statements; 100 if left out.") Integer first,
            @Description(SchemaDescriptions.AFTER) String after) {
        return page(Optional.of(InputChecks.driverId(principals.get(), driverId)), first, after);
    }

    @NonNull
    @Query("openDisputes")
    @Description(
            "The disputes of all drivers that wait for an answer, the oldest first. For operators"
                    + " and services.")
    public DisputePage openDisputes(
            @Description(SchemaDescriptions.FIRST) Integer first,
            @Description(SchemaDescriptions.AFTER) String after) {
        principals.get().mustSeeAll();
        return page(Optional.empty(), first, after);
    }

    private Principal driver() {
        return principals.only(Role.DRIVER);
    }

    private DisputePage page(Optional<DriverId> driverId, Integer first, String after) {
        ListDisputesRequest.Builder request =
                ListDisputesRequest.newBuilder()
                        .setPageSize(InputChecks.pageSize(first, config.pageSize()))
                        .setPageToken(ProtoMapper.orEmpty(after));
        driverId.ifPresent(id -> request.setDriverId(id.value()));
        ListDisputesResponse response = settlement.disputes(request.build());
        return new DisputePage(
                response.getDisputesList().stream().map(DisputeSchemaMapper::view).toList(),
                ProtoMapper.pageInfo(response.getNextPageToken()));
    }

    @NonNull
    @Mutation("openDispute")
    @Description("Says that a statement is wrong. For drivers, of their own statements.")
    public DisputePayload openDispute(
            @NonNull @Description("What is wrong.") OpenDisputeInput input) {
        Dispute dispute = settlement.openDispute(DisputeSchemaMapper.request(driver(), input));
        return new DisputePayload(input.clientMutationId(), DisputeSchemaMapper.view(dispute));
    }

    @NonNull
    @Mutation("answerDispute")
    @Description(
            "Answers a dispute; what is granted corrects the statement in the same change. For"
                    + " operators.")
    public DisputePayload answerDispute(
            @NonNull @Description("The answer.") AnswerDisputeInput input) {
        Dispute dispute =
                settlement.answerDispute(DisputeSchemaMapper.request(principals.operator(), input));
        return new DisputePayload(input.clientMutationId(), DisputeSchemaMapper.view(dispute));
    }

    @NonNull
    @Mutation("withdrawDispute")
    @Description("Takes a dispute back. For drivers, of their own disputes.")
    public DisputePayload withdrawDispute(
            @NonNull @Description("Which dispute.") WithdrawDisputeInput input) {
        Dispute dispute = settlement.withdrawDispute(DisputeSchemaMapper.request(driver(), input));
        return new DisputePayload(input.clientMutationId(), DisputeSchemaMapper.view(dispute));
    }

    @NonNull
    @Query("businessDate")
    @Description(
            "How far the close of a business date is, and what keeps it from being closed. For"
                    + " operators and services.")
    public BusinessDateView businessDate(
            @DefaultValue("DRIVER") @Description("The product.") Product product,
            @NonNull @Description("The region of the policy.") String region,
            @NonNull @Description("The business date.") LocalDate businessDate) {
        principals.get().mustSeeAll();
        return CloseSchemaMapper.view(
                settlement.businessDate(CloseSchemaMapper.request(product, region, businessDate)));
    }

    @NonNull
    @Mutation("closeBusinessDate")
    @Description(
            "Closes a business date: its statements do not change any more, and what comes later"
                    + " corrects the driver's next one. It is done by itself some time after the"
                    + " window's end. For operators.")
    public CloseBusinessDatePayload closeBusinessDate(
            @NonNull @Description("Which business date.") CloseBusinessDateInput input) {
        BusinessDate closed =
                settlement.closeBusinessDate(
                        CloseSchemaMapper.request(principals.operator(), input));
        return new CloseBusinessDatePayload(
                input.clientMutationId(), CloseSchemaMapper.view(closed));
    }
}
