package dev.supporters.gateway.adapter.graphql.settlement;

import dev.supporters.gateway.adapter.graphql.common.CommonInputs.MoneyInput;
import dev.supporters.gateway.adapter.graphql.common.CommonTypes.Product;
import dev.supporters.gateway.adapter.graphql.common.SchemaDescriptions;
import dev.supporters.gateway.adapter.graphql.settlement.SettlementTypes.AdjustmentKind;

import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

import java.time.LocalDate;

/** How operators correct and check statements. */
public final class SettlementInputs {

    private SettlementInputs() {}

    @Input("AdjustStatementInput")
    @Description("Adds an entry to a statement.")
    public record AdjustStatementInput(
            @NonNull @Description(SchemaDescriptions.REQUIRED_CLIENT_MUTATION_ID)
                    String clientMutationId,
            @Id @NonNull @Description("The driver.") String driverId,
            @NonNull @Description("The business date.") LocalDate businessDate,
            @DefaultValue("DRIVER") @Description("The product.") Product product,
            @NonNull
                    @Description(
                            "What is added; negative to take away; not 0; in the statement's"
                                    + " currency.")
                    MoneyInput amount,
            @NonNull @Description("Why; 1 to 500 characters.") String reason,
            @DefaultValue("CORRECTION")
                    @Description(
                            "What it is; not GRANT. The amount of a guarantee is more than 0, that"
                                    + " of a deduction less.")
                    AdjustmentKind kind) {}

    @Input("RecomputeStatementInput")
    @Description("Calculates a statement again from its events.")
    public record RecomputeStatementInput(
            @Description(SchemaDescriptions.CLIENT_MUTATION_ID) String clientMutationId,
            @Id @NonNull @Description("The driver.") String driverId,
            @NonNull @Description("The business date.") LocalDate businessDate,
            @DefaultValue("DRIVER") @Description("The product.") Product product) {}
}
