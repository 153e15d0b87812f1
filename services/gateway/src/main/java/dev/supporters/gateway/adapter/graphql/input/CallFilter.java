package dev.supporters.gateway.adapter.graphql.input;

import dev.supporters.gateway.adapter.graphql.view.CallStatus;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;

import java.time.Instant;
import java.util.List;

@Input("CallFilter")
@Description("Which calls. What is left out does not restrict.")
public record CallFilter(
        @Description("Only calls in these states.") List<CallStatus> statuses,
        @Id @Description("Only calls of this customer. A customer sees her own only.")
                String userId,
        @Id @Description("Only calls of this driver. A driver sees his own only.") String driverId,
        @Description("Only calls requested at or after this.") Instant from,
        @Description("Only calls requested before this.") Instant to) {}
