package dev.supporters.gateway.adapter.graphql.view;

import org.eclipse.microprofile.graphql.Description;

@Description("On what the driver's app runs.")
public enum AppPlatform {
    @Description("Android.")
    ANDROID,

    @Description("iOS.")
    IOS
}
