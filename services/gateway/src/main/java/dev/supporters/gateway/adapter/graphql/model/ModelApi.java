package dev.supporters.gateway.adapter.graphql.model;

import dev.supporters.gateway.adapter.graphql.model.ModelTypes.ModelsView;
import dev.supporters.gateway.adapter.grpc.MlGatewayClient;
import dev.supporters.gateway.adapter.http.PrincipalProvider;

import io.smallrye.common.annotation.RunOnVirtualThread;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;

/** The models that rank supporters, and those that are tried beside them. */
@GraphQLApi
@ApplicationScoped
@RunOnVirtualThread
public class ModelApi {

    private final PrincipalProvider principals;
    private final MlGatewayClient mlgateway;

    ModelApi(PrincipalProvider principals, MlGatewayClient mlgateway) {
        this.principals = principals;
        this.mlgateway = mlgateway;
    }

    @NonNull
    @Query("models")
    @Description(
            "The models that rank supporters, and those that are tried beside them, as the process of mlgateway that answers has them. For operators.")
    public ModelsView models() {
        principals.operator();
        return ModelSchemaMapper.view(mlgateway.models());
    }
}
