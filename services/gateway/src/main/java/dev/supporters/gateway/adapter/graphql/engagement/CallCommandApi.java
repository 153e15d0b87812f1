package dev.supporters.gateway.adapter.graphql.engagement;

import dev.supporters.gateway.access.Principal;
import dev.supporters.gateway.adapter.graphql.engagement.CallCommandTypes.CallCommandView;
import dev.supporters.gateway.adapter.grpc.GrpcCommanderClient;
import dev.supporters.gateway.adapter.http.PrincipalProvider;
import dev.supporters.gateway.validation.InputChecks;

import io.smallrye.common.annotation.RunOnVirtualThread;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;

import java.util.List;

/** What became of commands, also of those that were refused or cancelled. For operators. */
@GraphQLApi
@ApplicationScoped
@RunOnVirtualThread
public class CallCommandApi {

    private final PrincipalProvider principals;
    private final GrpcCommanderClient commander;

    CallCommandApi(PrincipalProvider principals, GrpcCommanderClient commander) {
        this.principals = principals;
        this.commander = commander;
    }

    @NonNull
    @Query("callCommands")
    @Description(
            "What became of the commands of a call: those that are live, and those that ended and are among the newest 20 of their driver; in no order. For operators.")
    public List<@NonNull CallCommandView> callCommands(
            @Id @NonNull @Description("The call.") String callId) {
        principals.operator();
        return CallCommandSchemaMapper.views(
                commander.commands(InputChecks.callId(callId, "callId")));
    }

    @NonNull
    @Query("driverCommands")
    @Description(
            "What became of a driver's commands: the live one, and the newest 20 that ended, the newest first. For operators.")
    public List<@NonNull CallCommandView> driverCommands(
            @Id @NonNull @Description("The driver.") String driverId) {
        Principal operator = principals.operator();
        return CallCommandSchemaMapper.views(
                commander.commands(InputChecks.driverId(operator, driverId)));
    }
}
