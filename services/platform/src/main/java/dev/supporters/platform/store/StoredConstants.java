package dev.supporters.platform.store;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** How the constants of an enum are stored: by name, without the prefix that protos put before it; read also with it. */
final class StoredConstants {

    private final int prefixLength;
    private final Map<String, Enum<?>> byText = new HashMap<>();

    StoredConstants(Class<?> type) {
        String prefix = prefix(type);
        prefixLength = prefix.length();
        for (Object each : type.getEnumConstants()) {
            Enum<?> constant = (Enum<?>) each;
            byText.put(constant.name(), constant);
            if (constant.name().startsWith(prefix)) {
                byText.putIfAbsent(written(constant), constant);
            }
        }
    }

    String written(Enum<?> constant) {
        return constant.name().substring(prefixLength);
    }

    Optional<Enum<?>> find(String text) {
        return Optional.ofNullable(byText.get(text));
    }

    /** What all constants of a proto's enum begin with: the enum's name in capitals; "" in other enums. */
    private static String prefix(Class<?> type) {
        String prefix =
                type.getSimpleName()
                                .replaceAll("([a-z0-9])([A-Z])", "$1_$2")
                                .toUpperCase(Locale.ROOT)
                        + "_";
        boolean everywhere =
                Stream.of(type.getEnumConstants())
                        .map(constant -> ((Enum<?>) constant).name())
                        .allMatch(name -> name.startsWith(prefix) || name.equals("UNRECOGNIZED"));
        return everywhere ? prefix : "";
    }
}
