package dev.supporters.gateway.adapter.graphql.view;

import org.eclipse.microprofile.graphql.Description;

@Description("On which path a call finds its driver.")
public enum DispatchPath {
    @Description("Commanded to a supporter.")
    SUPPORTERS,

    @Description("The legacy broadcast to commission drivers.")
    GENERAL
}
