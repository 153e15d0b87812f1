package dev.supporters.gateway.adapter.transcoding;

import com.google.protobuf.Descriptors.FileDescriptor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The comments of the protos by full name: descriptors at run time do not have them. Reads protos as `buf format` writes them. */
final class ProtoComments {

    private static final Path SOURCES = Path.of("../../protos/src/main/proto");
    private static final Pattern NAMED =
            Pattern.compile("(?:message|enum|service|rpc) (\\w+)\\b.*");
    private static final Pattern VALUE =
            Pattern.compile("(?:repeated |optional )?(?:[\\w.]+ |map<.*> )?(\\w+) = \\d+.*");

    private final Map<Path, Map<String, String>> files = new HashMap<>();

    /** The comment of what has this name; empty if it has none. */
    String of(FileDescriptor file, String fullName) {
        return files.computeIfAbsent(SOURCES.resolve(file.getName()), ProtoComments::read)
                .getOrDefault(fullName, "");
    }

    private static Map<String, String> read(Path file) {
        Map<String, String> comments = new HashMap<>();
        Deque<String> scope = new ArrayDeque<>();
        List<String> comment = new ArrayList<>();
        String namespace = "";
        for (String each : lines(file)) {
            String line = each.strip();
            if (line.startsWith("package ")) {
                namespace = line.substring("package ".length(), line.length() - 1);
            }
            if (line.startsWith("//")) {
                comment.add(line.substring(2).strip());
                continue;
            }
            String name = name(line);
            if (!name.isEmpty() && !comment.isEmpty()) {
                comments.put(fullName(namespace, scope, name), String.join(" ", comment));
            }
            comment.clear();
            nest(line, name, scope);
        }
        return comments;
    }

    /** Fields of a oneof are named as if they stood beside it; values of an enum as if within it, as descriptors in Java name them. */
    private static void nest(String line, String name, Deque<String> scope) {
        boolean container = line.matches("(message|service|enum) .*");
        for (int i = 0; i < line.length(); i++) {
            char character = line.charAt(i);
            if (character == '{') {
                scope.addLast(container ? name : "");
                container = false;
            } else if (character == '}') {
                scope.removeLast();
            }
        }
    }

    private static String name(String line) {
        Matcher named = NAMED.matcher(line);
        Matcher value = VALUE.matcher(line);
        if (named.matches()) {
            return named.group(1);
        }
        return value.matches() ? value.group(1) : "";
    }

    private static String fullName(String namespace, Deque<String> scope, String name) {
        String within =
                scope.stream()
                        .filter(part -> !part.isEmpty())
                        .map(part -> part + ".")
                        .collect(Collectors.joining());
        return namespace + "." + within + name;
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
