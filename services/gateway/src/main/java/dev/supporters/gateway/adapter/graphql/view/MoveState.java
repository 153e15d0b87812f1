package dev.supporters.gateway.adapter.graphql.view;

import org.eclipse.microprofile.graphql.Description;

@Description("Where a move stands.")
public enum MoveState {
    @Description("Shown to the driver.")
    PROPOSED,

    @Description("The driver goes there.")
    ACCEPTED,

    @Description("The driver does not want to.")
    DECLINED,

    @Description("Its time is over.")
    EXPIRED,

    @Description("A command, a newer move, a rest or the end of the work came.")
    SUPERSEDED
}
