package dev.supporters.gateway.adapter.graphql.view;

import org.eclipse.microprofile.graphql.Description;

@Description("What becomes of a call whose command was refused.")
public enum RefusalConsequence {
    @Description("The call goes to general dispatch.")
    GENERAL,

    @Description("The call is routed again, without the supporters who refused it.")
    NEXT_SUPPORTER,

    @Description("The call fails.")
    FAIL
}
