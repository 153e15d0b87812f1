package dev.supporters.gateway.adapter.graphql.alert;

import dev.supporters.gateway.adapter.graphql.alert.AlertTypes.OperationsView;
import dev.supporters.gateway.adapter.http.PrincipalProvider;
import dev.supporters.gateway.alert.ServiceMonitor;

import io.smallrye.common.annotation.RunOnVirtualThread;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;

/** How the services do and what is wrong, for who looks after them. */
@GraphQLApi
@ApplicationScoped
@RunOnVirtualThread
public class AlertApi {

    private final PrincipalProvider principals;
    private final ServiceMonitor monitor;

    AlertApi(PrincipalProvider principals, ServiceMonitor monitor) {
        this.principals = principals;
        this.monitor = monitor;
    }

    @NonNull
    @Query("operations")
    @Description(
            "How the services do, and which alerts that makes: read from their metrics every few seconds, once for all who ask. For operators.")
    public OperationsView operations() {
        principals.get().mustBeOperator();
        return monitor.newest()
                .map(AlertSchemaMapper::view)
                .orElseGet(AlertSchemaMapper::nothingYet);
    }
}
