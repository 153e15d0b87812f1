package dev.supporters.platform.validation;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;

import dev.supporters.proto.events.activity.v1.ActivityEvent;
import dev.supporters.proto.events.call.v1.CallEvent;
import dev.supporters.proto.events.location.v1.LocationEvent;
import dev.supporters.proto.events.move.v1.MoveSignalled;
import dev.supporters.proto.events.move.v1.RestAdvised;
import dev.supporters.proto.events.settlement.v1.SettlementEvent;
import dev.supporters.proto.events.work.v1.WorkEvent;
import dev.supporters.proto.options.v1.FieldBounds;
import dev.supporters.proto.options.v1.TextFormat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Nobody forgets a field's bounds, and an id has the same bounds wherever it is sent. */
class DeclaredBoundsTest {

    private static final Pattern SERVICE = Pattern.compile("(?m)^service (\\w+) ");
    private static final Set<TextFormat> BOUNDED_FORMATS =
            Set.of(
                    TextFormat.TEXT_FORMAT_CALL_NUMBER,
                    TextFormat.TEXT_FORMAT_LATITUDE,
                    TextFormat.TEXT_FORMAT_LONGITUDE,
                    TextFormat.TEXT_FORMAT_DATE,
                    TextFormat.TEXT_FORMAT_TIME_OF_DAY,
                    TextFormat.TEXT_FORMAT_CURRENCY,
                    TextFormat.TEXT_FORMAT_REGION,
                    TextFormat.TEXT_FORMAT_APP_VERSION,
                    TextFormat.TEXT_FORMAT_ENTITY_ID,
                    TextFormat.TEXT_FORMAT_TAG_NAME);

    @Test
    void everyServiceOfTheRegistryIsLookedAt() throws IOException {
        // When
        Set<String> declared = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("../../protos/src/main/proto"))) {
            for (Path file : files.filter(path -> path.toString().endsWith(".proto")).toList()) {
                SERVICE.matcher(Files.readString(file))
                        .results()
                        .forEach(found -> declared.add(found.group(1)));
            }
        }

        // Then
        assertThat(Requests.SERVICES.stream().map(service -> simple(service.getName())))
                .containsExactlyInAnyOrderElementsOf(declared);
    }

    @Test
    void everyTextListAndNumberOfARequestDeclaresItsBounds() {
        // When
        List<String> forgotten = new ArrayList<>();
        Requests.types().forEach(type -> collectForgotten(type, new HashSet<>(), forgotten));

        // Then
        assertThat(forgotten).as("fields without (supporters.options.v1.bounds)").isEmpty();
    }

    @Test
    void everyNestedBoundNamesAFieldOfItsMessage() {
        // When
        List<String> unknown = new ArrayList<>();
        Requests.types().forEach(type -> collectUnknown(type, new HashSet<>(), unknown));

        // Then
        assertThat(unknown).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "driver_id",
                "driver_ids",
                "excluded_driver_ids",
                "call_id",
                "call_ids",
                "customer_id",
                "command_id",
                "work_id",
                "move_id",
                "request_id",
                "page_token",
                "region",
                "business_date"
            })
    void anIdHasOneBoundWhereverItIsSent(String name) {
        // When
        Map<String, String> found = new TreeMap<>();
        List<Descriptor> messages = new ArrayList<>(Requests.types());
        messages.addAll(
                List.of(
                        ActivityEvent.getDescriptor(),
                        CallEvent.getDescriptor(),
                        LocationEvent.getDescriptor(),
                        MoveSignalled.getDescriptor(),
                        RestAdvised.getDescriptor(),
                        SettlementEvent.getDescriptor(),
                        WorkEvent.getDescriptor()));
        for (Descriptor type : messages) {
            FieldBoundsTable.of(type)
                    .bounds()
                    .forEach((path, bounds) -> {
                        boolean answer = type.getFullName().startsWith("supporters.events.");
                        String field = path.substring(path.lastIndexOf('.') + 1);
                        if (field.equals(name) && !(answer && path.contains("."))) {
                            found.put(type.getFullName() + "." + path, essence(bounds));
                        }
                    });
        }

        // Then
        assertThat(found).isNotEmpty();
        assertThat(new TreeSet<>(found.values())).as("%s", found).hasSize(1);
    }

    @Test
    void aDriversIdIsBoundAloneAsInLists() {
        FieldBounds alone = bounds("supporters.driver.v1.GetRequest", "driver_id");
        FieldBounds listed = bounds("supporters.driver.v1.BatchGetRequest", "driver_ids");

        assertThat(essence(listed)).isEqualTo(essence(alone)).contains("64");
    }

    private static FieldBounds bounds(String type, String path) {
        return Requests.types().stream()
                .filter(found -> found.getFullName().equals(type))
                .map(found -> FieldBoundsTable.of(found).bounds(path))
                .findFirst()
                .orElseThrow();
    }

    /** What must be the same. A new call's number is an id of digits; whether an id is needed depends on the request. */
    private static String essence(FieldBounds bounds) {
        TextFormat format =
                bounds.getFormat() == TextFormat.TEXT_FORMAT_CALL_NUMBER
                        ? TextFormat.TEXT_FORMAT_UNSPECIFIED
                        : bounds.getFormat();
        return bounds.getMaxLength() + " " + format;
    }

    private static void collectForgotten(Descriptor type, Set<Descriptor> seen, List<String> into) {
        if (foreign(type) || !seen.add(type)) {
            return;
        }
        Map<String, FieldBounds> bounds = FieldBoundsTable.of(type).bounds();
        for (FieldDescriptor field : type.getFields()) {
            if (!bounded(field, bounds.get(field.getName()))) {
                into.add(field.getFullName());
            }
            if (field.getJavaType() == FieldDescriptor.JavaType.MESSAGE) {
                collectForgotten(field.getMessageType(), seen, into);
            }
        }
    }

    private static void collectUnknown(Descriptor type, Set<Descriptor> seen, List<String> into) {
        if (foreign(type) || !seen.add(type)) {
            return;
        }
        Map<String, FieldBounds> bounds = FieldBoundsTable.of(type).bounds();
        for (FieldDescriptor field : type.getFields()) {
            bounds.get(field.getName()).getNestedList().stream()
                    .filter(nested ->
                            field.getJavaType() != FieldDescriptor.JavaType.MESSAGE
                                    || field.getMessageType().findFieldByName(nested.getField())
                                            == null)
                    .forEach(nested -> into.add(field.getFullName() + ": " + nested.getField()));
            if (field.getJavaType() == FieldDescriptor.JavaType.MESSAGE) {
                collectUnknown(field.getMessageType(), seen, into);
            }
        }
    }

    private static boolean bounded(FieldDescriptor field, FieldBounds bounds) {
        if (!bounds.getUnboundedBecause().isEmpty()) {
            return true;
        }
        if (field.isRepeated() && bounds.getMaxItems() == 0) {
            return false;
        }
        return switch (field.getJavaType()) {
            case STRING ->
                    bounds.getMaxLength() > 0 || BOUNDED_FORMATS.contains(bounds.getFormat());
            case INT, LONG -> bounds.hasMin() || bounds.hasMax();
            case FLOAT, DOUBLE -> bounds.hasMin() && bounds.hasMax();
            case BYTE_STRING -> false;
            case BOOLEAN, ENUM, MESSAGE -> true;
        };
    }

    private static boolean foreign(Descriptor type) {
        return type.getFullName().startsWith("google.");
    }

    private static String simple(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
