package dev.supporters.platform.request;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;

import dev.supporters.platform.refusal.Refusal;
import dev.supporters.proto.common.v1.ErrorReason;

import io.grpc.Context;
import io.grpc.Metadata;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The person for whom a service is asked, who may see and do her own things only. It travels with the call, so that the owner of the data
 * checks again what the gateway has checked. It never gives a right: a call without it is the caller's own.
 *
 * @param id the subject of her token
 * @param kinds what she is, as {@code driver} or {@code customer}
 */
public record EndUser(String id, Set<String> kinds) {

    public static final Metadata.Key<String> METADATA =
            Metadata.Key.of("supporters-end-user", Metadata.ASCII_STRING_MARSHALLER);

    /** Whose things are stored: a request names them in a field like {@code driver_id}. */
    private static final List<String> OWNERS = List.of("driver", "customer");

    private static final Context.Key<EndUser> ASKS = Context.key("supporters-end-user-asks");
    private static final Context.Key<EndUser> ASKED_FOR = Context.key("supporters-end-user");

    public EndUser {
        kinds = Set.copyOf(kinds);
    }

    /** The person for whom the present request was sent to this service; empty if the caller asks for itself. */
    public static Optional<EndUser> present() {
        return Optional.ofNullable(ASKED_FOR.get());
    }

    /** A context in which other services are asked for this person. */
    public Context asking(Context context) {
        return context.withValue(ASKS, this);
    }

    /** For whom the present context asks other services. */
    static Optional<EndUser> asks() {
        return Optional.ofNullable(ASKS.get());
    }

    /** A context in which the service is asked for the person of a header, which may be null. One that cannot be read is a person without anything. */
    public static Context with(Context context, String header) {
        return header == null ? context : context.withValue(ASKED_FOR, parse(header));
    }

    /** PERMISSION_DENIED for a request that names owners, and not this person. */
    public void mustOwn(Message request) {
        Descriptor type = request.getDescriptorForType();
        boolean owned = false;
        for (String kind : OWNERS) {
            FieldDescriptor field = type.findFieldByName(kind + "_id");
            if (field == null || field.isRepeated()) {
                continue;
            }
            if (kinds.contains(kind) && id.equals(request.getField(field))) {
                return;
            }
            owned = true;
        }
        if (owned) {
            throw new Refusal(
                    ErrorReason.ERROR_REASON_PERMISSION_DENIED,
                    "a request about somebody else",
                    "yourself");
        }
    }

    String header() {
        return kinds.stream().sorted().collect(Collectors.joining(","))
                + ";"
                + URLEncoder.encode(id, StandardCharsets.UTF_8);
    }

    private static EndUser parse(String header) {
        String[] parts = header.split(";", -1);
        if (parts.length != 2) {
            return new EndUser("", Set.of());
        }
        try {
            return new EndUser(
                    URLDecoder.decode(parts[1], StandardCharsets.UTF_8),
                    Arrays.stream(parts[0].split(",", -1)).collect(Collectors.toSet()));
        } catch (IllegalArgumentException e) {
            return new EndUser("", Set.of());
        }
    }
}
