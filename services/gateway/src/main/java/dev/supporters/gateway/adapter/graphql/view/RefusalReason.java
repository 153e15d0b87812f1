package dev.supporters.gateway.adapter.graphql.view;

import org.eclipse.microprofile.graphql.Description;

@Description("Why a driver refuses a command.")
public enum RefusalReason {
    @Description("The customer is too far away.")
    TOO_FAR,

    @Description("The driver cannot reach the place: no transport, closed road.")
    UNREACHABLE_PLACE,

    @Description("The driver does not feel well.")
    HEALTH,

    @Description("A safety concern.")
    SAFETY,

    @Description("Anything else; the comment says what.")
    OTHER
}
