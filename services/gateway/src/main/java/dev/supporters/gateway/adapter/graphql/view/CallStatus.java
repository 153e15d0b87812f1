package dev.supporters.gateway.adapter.graphql.view;

import org.eclipse.microprofile.graphql.Description;

@Description("Where a call stands.")
public enum CallStatus {
    @Description("Stored; no path chosen.")
    REQUESTED,

    @Description("Commanded to a supporter, who may still refuse.")
    COMMANDED,

    @Description("With general dispatch, no driver yet.")
    GENERAL,

    @Description("A driver is on the way.")
    ACCEPTED,

    @Description("The driver is with the customer.")
    ARRIVED,

    @Description("Being driven.")
    DRIVING,

    @Description("Ended: driven.")
    COMPLETED,

    @Description("Ended: cancelled.")
    CANCELLED,

    @Description("Ended: no driver was found, or the policy fails refused calls.")
    FAILED
}
