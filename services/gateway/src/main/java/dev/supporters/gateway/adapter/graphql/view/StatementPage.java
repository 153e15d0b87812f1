package dev.supporters.gateway.adapter.graphql.view;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

import java.util.List;

@Type("StatementPage")
@Description("Statements of a business date.")
public record StatementPage(
        @NonNull @Description("By work id.") List<StatementView> statements,
        @NonNull @Description("Whether there are more.") PageInfo pageInfo) {}
