package dev.supporters.gateway.adapter.graphql.view;

import org.eclipse.microprofile.graphql.Description;

@Description("How a command came out; each has exactly one outcome.")
public enum CommandOutcome {
    @Description("Accepted, by the driver or by silence.")
    ACCEPTED,

    @Description("Refused by the driver.")
    REFUSED,

    @Description("Cancelled before it was accepted.")
    CANCELLED
}
