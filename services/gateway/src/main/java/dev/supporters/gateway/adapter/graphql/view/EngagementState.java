package dev.supporters.gateway.adapter.graphql.view;

import org.eclipse.microprofile.graphql.Description;

@Description("Where a driver's slot stands.")
public enum EngagementState {
    @Description("Not at work.")
    OFF,

    @Description("At work and free.")
    FREE,

    @Description("At work, resting.")
    PAUSED,

    @Description("A command awaits its outcome.")
    COMMANDED,

    @Description("Accepted; on the way to the customer.")
    ACCEPTED,

    @Description("With the customer.")
    ARRIVED,

    @Description("Drives the customer.")
    DRIVING
}
