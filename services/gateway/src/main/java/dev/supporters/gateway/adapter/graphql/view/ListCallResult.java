package dev.supporters.gateway.adapter.graphql.view;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

import java.util.List;

@Type("ListCallResult")
@Description("Open calls on general dispatch, nearest first. Never tells a destination.")
public record ListCallResult(
        @NonNull @Description("The calls.") List<CallView> calls,
        @NonNull @Description("How far around the location was looked, in metres.")
                Integer radius) {}
