package dev.supporters.routing.decision;

import dev.supporters.contract.CallId;
import dev.supporters.contract.Position;
import dev.supporters.proto.call.v1.Call;
import dev.supporters.proto.common.v1.Product;

/** A well-formed call that needs a path. */
public record RoutableCall(CallId callId, Product product, Position origin, Call message) {}
