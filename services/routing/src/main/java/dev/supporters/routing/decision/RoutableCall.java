package dev.supporters.routing.decision;

import dev.supporters.proto.call.v1.Call;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.routing.geo.Position;

/** A well-formed call that needs a path. */
public record RoutableCall(String callId, Product product, Position origin, Call message) {}
