package dev.supporters.gateway.adapter.graphql.view;

import org.eclipse.microprofile.graphql.Description;

@Description("Why a work ended.")
public enum WorkEndReason {
    @Description("The driver ended it.")
    DRIVER,

    @Description("The window ended.")
    WINDOW,

    @Description("The window had ended, then the drive.")
    AFTER_DRIVE,

    @Description("An operator ended it.")
    OPERATOR
}
