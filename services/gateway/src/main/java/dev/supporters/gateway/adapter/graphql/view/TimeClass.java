package dev.supporters.gateway.adapter.graphql.view;

import org.eclipse.microprofile.graphql.Description;

@Description("To what a second of work is accounted.")
public enum TimeClass {
    @Description("Free, waiting for a command.")
    WAITING,

    @Description("Following a move.")
    MOVING,

    @Description("From the acceptance to the beginning of the drive.")
    TO_CUSTOMER,

    @Description("Driving the customer.")
    DRIVING,

    @Description("Resting.")
    RESTING,

    @Description("Free, but nothing was heard of the driver.")
    UNREACHABLE
}
