package dev.supporters.gateway.access;

import dev.supporters.gateway.access.Principal.Role;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where the roles are in a token. Issuers write those of other applications into the same token, so nothing else in it counts.
 *
 * @param path names of claims, from the outside to the inside
 * @param prefix what stands before each role; values without it are none of ours
 */
public record RoleClaim(List<String> path, String prefix) {

    private static final char QUOTE = '"';

    public RoleClaim {
        path = List.copyOf(path);
        if (path.isEmpty() || path.stream().anyMatch(String::isBlank)) {
            throw new IllegalArgumentException(
                    "supporters.gateway.tokens.roles-claim: %s (expected: names of claims with / between them, like groups or realm_access/roles)"
                            .formatted(String.join("/", path)));
        }
    }

    /** Reads names with slashes between them; a name that contains a slash stands in double quotes. */
    public static RoleClaim parse(String path, String prefix) {
        List<String> names = new ArrayList<>();
        StringBuilder name = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < path.length(); i++) {
            char letter = path.charAt(i);
            if (letter == QUOTE) {
                quoted = !quoted;
            } else if (letter == '/' && !quoted) {
                names.add(name.toString());
                name.setLength(0);
            } else {
                name.append(letter);
            }
        }
        names.add(name.toString());
        return new RoleClaim(names, prefix);
    }

    /** The roles of a token's bearer; none if the claim is missing or has another form. */
    public Set<Role> roles(Map<String, ?> claims) {
        Object claim = claims;
        for (String name : path) {
            if (!(claim instanceof Map<?, ?> object)) {
                return Set.of();
            }
            claim = object.get(name);
        }
        Set<String> values = texts(claim).collect(Collectors.toSet());
        return Arrays.stream(Role.values())
                .filter(role -> values.contains(prefix + role.claim()))
                .collect(Collectors.toSet());
    }

    /** A list of texts, or one text. */
    private static Stream<String> texts(Object claim) {
        return switch (claim) {
            case String text -> Stream.of(text);
            case Collection<?> list ->
                    list.stream().filter(String.class::isInstance).map(String.class::cast);
            case null, default -> Stream.empty();
        };
    }
}
