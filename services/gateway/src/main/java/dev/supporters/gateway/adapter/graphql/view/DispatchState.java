package dev.supporters.gateway.adapter.graphql.view;

import org.eclipse.microprofile.graphql.Description;

@Description("What a driver does at present.")
public enum DispatchState {
    @Description("Not at work.")
    OFF,

    @Description("At work and free.")
    FREE,

    @Description("At work, resting.")
    RESTING,

    @Description("Has a command that is not decided.")
    COMMANDED,

    @Description("On the way to the customer.")
    ACCEPTED,

    @Description("With the customer, not yet driving.")
    ARRIVED,

    @Description("Drives the customer.")
    DRIVING
}
