package dev.supporters.gateway.adapter.graphql.view;

import org.eclipse.microprofile.graphql.Description;

@Description("Whether a member takes part at present.")
public enum ActivityMode {
    @Description("Takes part.")
    ON,

    @Description("Does not.")
    OFF
}
