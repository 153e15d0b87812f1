package dev.supporters.training.source;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.Timestamp;
import com.google.protobuf.util.JsonFormat;

import dev.supporters.platform.event.TopicContents;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.common.v1.Place;
import dev.supporters.proto.events.activity.v1.ActivityEvent;
import dev.supporters.proto.events.call.v1.CallEvent;
import dev.supporters.proto.events.routing.v1.RoutingEvent;

import org.apache.kafka.common.KafkaException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Writes the event log into files of one night each, because the topics forget. What a file has already stays in it, so it may be done
 * again and again, also when the topics have begun to forget the night. Files are kept for as long as their owner wants, so no line that is
 * written names a customer, or her place.
 */
public final class EventLogArchiver {

    private static final List<String> TOPICS =
            List.of(EventArchive.CALLS, EventArchive.ACTIVITY, EventArchive.ROUTING);
    private static final int HALF_DAY_HOURS = 12;
    private static final JsonFormat.Printer JSON =
            JsonFormat.printer().omittingInsignificantWhitespace();

    private final Map<String, String> kafka;
    private final ZoneId zone;

    /** With the settings of a Kafka client, like {@code bootstrap.servers}. */
    public EventLogArchiver(Map<String, String> kafka, ZoneId zone) {
        this.kafka = Map.copyOf(kafka);
        this.zone = zone;
    }

    /**
     * What was done.
     *
     * @param unreadable records that are none of ours
     */
    public record Archived(int nights, int events, int unreadable) {}

    /**
     * Reads all that the topics have now.
     *
     * @throws InvalidNightException if the brokers do not answer
     */
    public Archived archive(Path folder) {
        Map<LocalDate, Set<String>> nights = new TreeMap<>();
        AtomicInteger unreadable = new AtomicInteger();
        try {
            TopicContents.read(
                    kafka,
                    TOPICS,
                    polled -> {
                        if (!add(polled.topic(), polled.value(), nights)) {
                            unreadable.incrementAndGet();
                        }
                    });
        } catch (KafkaException e) {
            throw new InvalidNightException(
                    "event log: " + e.getMessage() + " (expected: brokers that answer)");
        }
        nights.forEach((date, lines) -> write(folder.resolve(date + ".events"), lines));
        return new Archived(
                nights.size(),
                nights.values().stream().mapToInt(Set::size).sum(),
                unreadable.get());
    }

    private boolean add(String topic, byte[] value, Map<LocalDate, Set<String>> nights) {
        try {
            if (value == null) {
                return false;
            }
            Message event;
            Timestamp time;
            switch (topic) {
                case EventArchive.CALLS -> {
                    CallEvent call = CallEvent.parseFrom(value);
                    event = withoutCustomer(call);
                    time = call.getEventTime();
                }
                case EventArchive.ACTIVITY -> {
                    ActivityEvent activity = ActivityEvent.parseFrom(value);
                    event = withoutCustomer(activity);
                    time = activity.getEventTime();
                }
                default -> {
                    RoutingEvent routing = RoutingEvent.parseFrom(value);
                    event = withoutCustomer(routing);
                    time =
                            routing.hasPool()
                                    ? routing.getPool().getEventTime()
                                    : routing.getRouted().getEventTime();
                }
            }
            nights.computeIfAbsent(businessDate(time), date -> new LinkedHashSet<>())
                    .add(topic + " " + JSON.print(event));
            return true;
        } catch (InvalidProtocolBufferException e) {
            return false;
        }
    }

    /** Events of earlier versions name the customer, and the place where she waits. */
    private static CallEvent withoutCustomer(CallEvent event) {
        CallEvent.Builder left = event.toBuilder().clearCustomerId();
        if (event.getRequested().hasOrigin()) {
            withoutTexts(left.getRequestedBuilder().getOriginBuilder());
        }
        return left.build();
    }

    private static ActivityEvent withoutCustomer(ActivityEvent event) {
        ActivityEvent.Builder left = event.toBuilder();
        if (event.getCommanded().hasOrigin()) {
            withoutTexts(left.getCommandedBuilder().getOriginBuilder());
        }
        return left.build();
    }

    private static RoutingEvent withoutCustomer(RoutingEvent event) {
        RoutingEvent.Builder left = event.toBuilder();
        if (event.getRouted().hasOrigin()) {
            withoutTexts(left.getRoutedBuilder().getOriginBuilder());
        }
        return left.build();
    }

    private static void withoutTexts(Place.Builder place) {
        place.clearPoi().clearAddress();
    }

    /** The small hours belong to the evening before. */
    private LocalDate businessDate(Timestamp time) {
        return Timestamps.instant(time)
                .atZone(zone)
                .toLocalDateTime()
                .minusHours(HALF_DAY_HOURS)
                .toLocalDate();
    }

    private static void write(Path file, Set<String> lines) {
        try {
            Files.createDirectories(file.getParent());
            Set<String> all = new LinkedHashSet<>();
            if (Files.exists(file)) {
                all.addAll(Files.readAllLines(file));
            }
            all.addAll(lines);
            Path written = Files.write(file.resolveSibling("." + file.getFileName()), all);
            Files.move(written, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
