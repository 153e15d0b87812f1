package dev.supporters.gateway.adapter.graphql.error;

import dev.supporters.platform.refusal.Refusal;
import dev.supporters.proto.common.v1.ErrorReason;

import graphql.execution.AbortExecutionException;
import graphql.language.SourceLocation;

import java.util.List;

/** A request that is refused as a whole, before anything of it is executed. */
public final class RequestRefusal extends AbortExecutionException {

    private final transient Refusal refusal;
    private final transient List<SourceLocation> locations;
    private final int status;

    public RequestRefusal(Refusal refusal, List<SourceLocation> locations, int status) {
        super(refusal.getMessage());
        this.refusal = refusal;
        this.locations = List.copyOf(locations);
        this.status = status;
    }

    /** A request that is not in its bounds. */
    public static RequestRefusal invalid(String offending, String expected) {
        return new RequestRefusal(
                new Refusal(ErrorReason.ERROR_REASON_INVALID_ARGUMENT, offending, expected),
                List.of(),
                400);
    }

    public Refusal refusal() {
        return refusal;
    }

    /** The status of the HTTP answer. */
    public int status() {
        return status;
    }

    @Override
    public List<SourceLocation> getLocations() {
        return locations;
    }
}
