package dev.supporters.replay;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.util.JsonFormat;

import dev.supporters.proto.events.routing.v1.RoutingEvent;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Recorded decisions: in each line an event of a topic as protobuf's JSON. Empty lines are skipped. */
final class DecisionFile {

    private static final JsonFormat.Parser PARSER = JsonFormat.parser();

    private DecisionFile() {}

    static List<Recorded> read(Path file) throws IOException {
        List<Recorded> decisions = new ArrayList<>();
        List<String> lines = lines(file);
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                decisions.add(decision(i + 1, lines.get(i)));
            }
        }
        return decisions;
    }

    private static List<String> lines(Path file) throws IOException {
        try {
            return Files.readAllLines(file);
        } catch (MalformedInputException e) {
            throw new DecisionFileException(1, "bytes that are no text (expected: UTF-8)");
        }
    }

    private static Recorded decision(int number, String line) {
        RoutingEvent.Builder event = RoutingEvent.newBuilder();
        try {
            PARSER.merge(line, event);
        } catch (InvalidProtocolBufferException e) {
            throw new DecisionFileException(
                    number, e.getMessage() + " (expected: a RoutingEvent as JSON)");
        }
        try {
            return switch (event.getEventCase()) {
                case ROUTED -> RecordedPath.of(event.getRouted());
                case POOL -> RecordedPool.of(event.getPool());
                case EVENT_NOT_SET ->
                        throw new IllegalArgumentException("no event (expected: routed or pool)");
            };
        } catch (RuntimeException e) {
            throw new DecisionFileException(number, e.getMessage());
        }
    }
}
