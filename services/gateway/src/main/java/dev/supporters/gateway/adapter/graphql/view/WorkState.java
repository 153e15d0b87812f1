package dev.supporters.gateway.adapter.graphql.view;

import org.eclipse.microprofile.graphql.Description;

@Description("Where a work stands.")
public enum WorkState {
    @Description("At work.")
    WORKING,

    @Description("Resting.")
    RESTING,

    @Description("The window is over; ends when the drive ends.")
    ENDING,

    @Description("Over.")
    ENDED
}
