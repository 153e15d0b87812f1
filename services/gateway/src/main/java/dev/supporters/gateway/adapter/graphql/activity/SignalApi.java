package dev.supporters.gateway.adapter.graphql.activity;

import dev.supporters.gateway.GatewayConfig;
import dev.supporters.gateway.adapter.graphql.activity.SignalTypes.AbuseKind;
import dev.supporters.gateway.adapter.graphql.activity.SignalTypes.AbuseSignalPage;
import dev.supporters.gateway.adapter.graphql.activity.SignalTypes.AbuseSignalPayload;
import dev.supporters.gateway.adapter.graphql.activity.SignalTypes.DecideAbuseSignalInput;
import dev.supporters.gateway.adapter.graphql.common.ProtoMapper;
import dev.supporters.gateway.adapter.graphql.common.SchemaDescriptions;
import dev.supporters.gateway.adapter.grpc.ActivityClient;
import dev.supporters.gateway.adapter.http.PrincipalProvider;
import dev.supporters.gateway.validation.InputChecks;
import dev.supporters.proto.activity.v1.ListSignalsRequest;
import dev.supporters.proto.activity.v1.Signal;

import io.smallrye.common.annotation.RunOnVirtualThread;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;

import java.time.LocalDate;

/** Signals of abuse, for operators only: drivers do not learn what is watched; what is decided of them, {@link NoticeApi} tells. */
@GraphQLApi
@ApplicationScoped
@RunOnVirtualThread
public class SignalApi {

    private final PrincipalProvider principals;
    private final ActivityClient activity;
    private final GatewayConfig config;

    SignalApi(PrincipalProvider principals, ActivityClient activity, GatewayConfig config) {
        this.principals = principals;
        this.activity = activity;
        this.config = config;
    }

    @NonNull
    @Query("abuseSignals")
    @Description("Signals of abuse, the newest business date first. For operators.")
    public AbuseSignalPage abuseSignals(
            @Id @Description("Only those of this driver.") String driverId,
            @Description("Only those of this business date.") LocalDate businessDate,
            @Description("Only those of this kind.") AbuseKind kind,
            @DefaultValue("false") @Description("Only those on which nobody has decided.")
                    Boolean undecided,
            @Description(SchemaDescriptions.FIRST) Integer first,
            @Description(SchemaDescriptions.AFTER) String after) {
        principals.operator();
        ListSignalsRequest.Builder request =
                ListSignalsRequest.newBuilder()
                        .setUndecided(Boolean.TRUE.equals(undecided))
                        .setPageSize(InputChecks.pageSize(first, config.pageSize()))
                        .setPageToken(ProtoMapper.orEmpty(after));
        if (driverId != null) {
            request.setDriverId(InputChecks.driverId(driverId, "driverId").value());
        }
        if (businessDate != null) {
            request.setBusinessDate(businessDate.toString());
        }
        if (kind != null) {
            request.setKind(SignalSchemaMapper.kind(kind));
        }
        return SignalSchemaMapper.page(activity.signals(request.build()));
    }

    @NonNull
    @Mutation("decideAbuseSignal")
    @Description(
            "Decides on a signal of abuse. The decision is written down with its reason, and followed: HOLD_PAY holds the statement of the business date, without changing an amount, SUSPEND switches the activity mode off, DISMISS and WARN end both. For operators.")
    public AbuseSignalPayload decideAbuseSignal(
            @NonNull @Description("The decision.") DecideAbuseSignalInput input) {
        Signal signal = activity.decide(SignalSchemaMapper.request(principals.operator(), input));
        return new AbuseSignalPayload(input.clientMutationId(), SignalSchemaMapper.view(signal));
    }
}
