package dev.supporters.gateway.adapter.graphql.view;

import dev.supporters.proto.policy.v1.AppRule;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

@Type("AppRule")
@Description("An app platform that is allowed, from a version on.")
public record AppRuleView(
        @Description("The platform.") AppPlatform platform,
        @NonNull @Description("The lowest version allowed, like 5.2.0; compared number by number.")
                String minVersion) {

    static AppRuleView of(AppRule rule) {
        return new AppRuleView(
                Wire.read(AppPlatform.class, rule.getPlatform(), "APP_PLATFORM_"),
                rule.getMinVersion());
    }
}
