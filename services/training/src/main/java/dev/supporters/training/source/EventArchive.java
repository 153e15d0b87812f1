package dev.supporters.training.source;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.util.JsonFormat;

import dev.supporters.platform.refusal.Refusal;
import dev.supporters.proto.events.activity.v1.ActivityEvent;
import dev.supporters.proto.events.call.v1.CallEvent;
import dev.supporters.proto.events.routing.v1.RoutingEvent;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;

/**
 * A night of the event log in a file: a line for each event, the topic, a space, and the event in protobuf's JSON form. The lines may
 * have any order, and an event may be there more than once. Events of other topics are passed over.
 */
final class EventArchive {

    static final String CALLS = "supporters.calls.v1";
    static final String ACTIVITY = "supporters.activity.v1";
    static final String ROUTING = "supporters.routing.v1";

    private static final String TOPIC = "supporters.";
    private static final int MOST_LINE = 1 << 20;
    private static final JsonFormat.Parser JSON = JsonFormat.parser().ignoringUnknownFields();

    private EventArchive() {}

    static TrainingNight read(Path file, String region, ZoneId zone) {
        var events = new NightEvents(region, zone);
        int number = 0;
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                number++;
                add(line, events);
            }
            return events.night(file.getFileName().toString());
        } catch (InvalidProtocolBufferException | IllegalArgumentException | Refusal e) {
            throw refused(
                    file,
                    "line " + number + ": " + firstLine(e) + " (expected: a topic and an event)");
        } catch (IOException e) {
            throw refused(file, "not readable (expected: a text file)");
        }
    }

    private static void add(String line, NightEvents events) throws InvalidProtocolBufferException {
        int space = line.indexOf(' ');
        if (line.isBlank()) {
            return;
        }
        if (space < 0 || !line.startsWith(TOPIC) || line.length() > MOST_LINE) {
            throw new IllegalArgumentException(line.length() + " characters without a topic");
        }
        String json = line.substring(space + 1);
        switch (line.substring(0, space)) {
            case CALLS -> events.add(parsed(json, CallEvent.newBuilder()).build());
            case ACTIVITY -> events.add(parsed(json, ActivityEvent.newBuilder()).build());
            case ROUTING -> events.add(parsed(json, RoutingEvent.newBuilder()).build());
            default -> events.passOver();
        }
    }

    private static <B extends Message.Builder> B parsed(String json, B builder)
            throws InvalidProtocolBufferException {
        JSON.merge(json, builder);
        return builder;
    }

    private static String firstLine(Exception e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("not readable");
    }

    private static InvalidNightException refused(Path file, String message) {
        return new InvalidNightException(file.getFileName() + ": " + message);
    }
}
