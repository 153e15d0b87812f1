package dev.supporters.replay;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.util.JsonFormat;

import dev.supporters.proto.events.routing.v1.RoutingEvent;
import dev.supporters.proto.mlgateway.v1.GetMovePlanResponse;
import dev.supporters.proto.mlgateway.v1.MovePlanRecord;
import dev.supporters.proto.zone.v1.ReplayResponse;
import dev.supporters.proto.zone.v1.ZonePlanRecord;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Recorded decisions: in each line an event of a topic, or a plan of moves or zones, as protobuf's JSON. Empty lines are skipped. */
final class DecisionFile {

    private static final JsonFormat.Parser PARSER = JsonFormat.parser();

    private DecisionFile() {}

    /** The histories are those of recorded plans of moves; plans of tonight's calls need none. */
    static List<Recorded> read(Path file, HistoriesByName histories, ReplayFilter filter)
            throws IOException {
        List<Recorded> decisions = new ArrayList<>();
        List<String> lines = lines(file);
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                decision(i + 1, lines.get(i), histories, filter).ifPresent(decisions::add);
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

    private static Optional<Recorded> decision(
            int number, String line, HistoriesByName histories, ReplayFilter filter) {
        try {
            Optional<MovePlanRecord> moves = movePlan(line);
            if (moves.isPresent()) {
                return filter.everything()
                        ? Optional.of(RecordedMovePlan.of(moves.get(), histories))
                        : Optional.empty();
            }
            Optional<ZonePlanRecord> zones = zonePlan(line);
            if (zones.isPresent()) {
                return filter.everything()
                        ? Optional.of(RecordedZonePlan.of(zones.get()))
                        : Optional.empty();
            }
            return Optional.of(routing(number, line)).filter(filter::takes).map(Recorded::of);
        } catch (DecisionFileException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new DecisionFileException(number, e.getMessage());
        }
    }

    /** A plan of moves, as the answer of `GetMovePlan` has it; empty for anything else. */
    private static Optional<MovePlanRecord> movePlan(String line) {
        GetMovePlanResponse.Builder response = GetMovePlanResponse.newBuilder();
        return read(line, response) && response.hasRecord()
                ? Optional.of(response.getRecord())
                : Optional.empty();
    }

    /** A plan of zones, as the answer of zone's `Replay` has it; empty for anything else. */
    private static Optional<ZonePlanRecord> zonePlan(String line) {
        ReplayResponse.Builder response = ReplayResponse.newBuilder();
        return read(line, response) && response.hasRecord()
                ? Optional.of(response.getRecord())
                : Optional.empty();
    }

    private static boolean read(String line, Message.Builder message) {
        try {
            PARSER.merge(line, message);
            return true;
        } catch (InvalidProtocolBufferException e) {
            return false;
        }
    }

    private static RoutingEvent routing(int number, String line) {
        RoutingEvent.Builder event = RoutingEvent.newBuilder();
        try {
            PARSER.merge(line, event);
        } catch (InvalidProtocolBufferException e) {
            throw new DecisionFileException(
                    number, e.getMessage() + " (expected: a RoutingEvent as JSON)");
        }
        return event.build();
    }
}
