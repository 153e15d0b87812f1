package dev.supporters.gateway.adapter.graphql.input;

import dev.supporters.gateway.adapter.graphql.view.AppPlatform;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

@Input("AppRuleInput")
@Description("An app platform that is allowed, from a version on.")
public record AppRuleInput(
        @NonNull @Description("The platform.") AppPlatform platform,
        @NonNull @Description("The lowest version allowed, like 5.2.0.") String minVersion) {}
