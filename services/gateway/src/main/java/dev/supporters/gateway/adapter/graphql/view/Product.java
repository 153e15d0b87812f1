package dev.supporters.gateway.adapter.graphql.view;

import org.eclipse.microprofile.graphql.Description;

@Description("What is sold.")
public enum Product {
    @Description("A designated driver drives the customer home in the customer's own car.")
    DRIVER
}
