package dev.supporters.gateway.adapter.graphql.input;

import dev.supporters.gateway.adapter.graphql.view.Product;
import dev.supporters.gateway.adapter.graphql.view.Words;

import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

import java.time.LocalDate;

@Input("AdjustStatementInput")
@Description("Corrects a statement by an entry of its own.")
public record AdjustStatementInput(
        @Description(Words.CLIENT_MUTATION_ID) String clientMutationId,
        @Id @NonNull @Description("The driver.") String driverId,
        @NonNull @Description("The business date.") LocalDate businessDate,
        @DefaultValue("DRIVER") @Description("The product.") Product product,
        @NonNull
                @Description(
                        "What is added; negative to take away; not 0; in the statement's currency.")
                MoneyInput amount,
        @NonNull @Description("Why; 1 to 500 characters.") String reason) {}
