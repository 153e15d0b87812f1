package dev.supporters.local.options;

import dev.supporters.local.options.LocalOptions.ZipkinServer;

import java.lang.reflect.RecordComponent;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads each option as its declaration says. */
final class LocalOptionsReader {

    private final Path root;
    private final Map<String, String> given;
    private final List<String> services;

    LocalOptionsReader(Path root, Map<String, String> given) {
        this.root = root;
        this.given = given;
        services = ServiceFolders.in(root);
    }

    LocalOptions read() {
        OptionNames.check(given.keySet());
        RecordComponent[] components = LocalOptions.class.getRecordComponents();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class[]::new);
        Object[] values = Arrays.stream(components).map(this::value).toArray();
        try {
            return LocalOptions.class.getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private Object value(RecordComponent component) {
        LocalOption option = component.getAnnotation(LocalOption.class);
        if (option == null) {
            return root;
        }
        String name = OptionNames.of(component);
        String found = given.getOrDefault(name, "").strip();
        String value = found.isEmpty() && !option.valueOptional() ? option.defaultValue() : found;
        boolean yes = option.valueOptional() && given.containsKey(name) && isYes(value);
        return switch (component.getType().getSimpleName()) {
            case "Optional" ->
                    option.valueForm().equals("DIR") ? folder(name, value) : file(name, value);
            case "String" -> value;
            case "List" -> yes ? services : names(name, value);
            case "ZipkinServer" -> yes ? ownZipkin() : zipkin(name, value);
            case "PlayedIncident" -> incident(name, value);
            case "boolean" -> bool(name, value, option);
            case "double" -> decimal(name, value, option);
            case "int" -> (int) whole(name, value, option);
            case "long" -> whole(name, value, option);
            case "Duration" -> Duration.ofSeconds(whole(name, value, option));
            case String type -> throw new IllegalStateException("no reader for options of " + type);
        };
    }

    private static boolean isYes(String value) {
        return value.isEmpty() || value.equals("true");
    }

    private static boolean isNo(String value) {
        return value.isEmpty() || value.equals("false");
    }

    private Optional<Path> file(String name, String value) {
        if (value.isEmpty()) {
            return Optional.empty();
        }
        Path file = root.resolve(value).normalize();
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new InvalidOptionException(
                    name, value, "a CSV file that can be read; looked for " + file);
        }
        return Optional.of(file);
    }

    private Optional<Path> folder(String name, String value) {
        if (value.isEmpty()) {
            return Optional.empty();
        }
        Path folder = root.resolve(value).normalize();
        if (!Files.isDirectory(folder) || !Files.isReadable(folder)) {
            throw new InvalidOptionException(
                    name, value, "a folder that can be read; looked for " + folder);
        }
        return Optional.of(folder);
    }

    private List<String> names(String name, String value) {
        if (isNo(value)) {
            return List.of();
        }
        List<String> names = Arrays.stream(value.split(",")).map(String::strip).toList();
        if (!services.containsAll(names)) {
            throw new InvalidOptionException(name, value, "names of " + String.join(",", services));
        }
        return names;
    }

    private static ZipkinServer ownZipkin() {
        return new ZipkinServer(true, Optional.empty());
    }

    private static ZipkinServer zipkin(String name, String value) {
        if (isNo(value)) {
            return new ZipkinServer(false, Optional.empty());
        }
        try {
            URI server = new URI(value);
            if ("http".equals(server.getScheme()) && server.getHost() != null) {
                return new ZipkinServer(false, Optional.of(server));
            }
        } catch (URISyntaxException e) {
            // said below
        }
        throw new InvalidOptionException(
                name, value, "nothing, or the http address of a Zipkin server");
    }

    private static LocalOptions.PlayedIncident incident(String name, String value) {
        return switch (value) {
            case "" -> LocalOptions.PlayedIncident.NONE;
            case "2019" -> LocalOptions.PlayedIncident.LAUNCH_NIGHT_2019;
            default ->
                    throw new InvalidOptionException(
                            name, value, "2019, the incident of the launch night");
        };
    }

    /** A switch is written as its default is. */
    private static boolean bool(String name, String value, LocalOption option) {
        boolean onOrOff = List.of("on", "off").contains(option.defaultValue());
        return switch (value) {
            case "true", "on" -> true;
            case "false", "off" -> false;
            default ->
                    throw new InvalidOptionException(
                            name, value, onOrOff ? "on or off" : "true or false");
        };
    }

    private static long whole(String name, String value, LocalOption bounds) {
        try {
            long number = Long.parseLong(value);
            if (number >= bounds.min() && number <= bounds.max()) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new InvalidOptionException(
                name,
                value,
                "a whole number from %d to %d".formatted((long) bounds.min(), (long) bounds.max()));
    }

    private static double decimal(String name, String value, LocalOption bounds) {
        try {
            double number = Double.parseDouble(value);
            if (number >= bounds.min() && number <= bounds.max()) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new InvalidOptionException(
                name, value, "a number from " + bounds.min() + " to " + bounds.max());
    }
}
