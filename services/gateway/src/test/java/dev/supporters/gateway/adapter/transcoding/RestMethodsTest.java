package dev.supporters.gateway.adapter.transcoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.google.api.AnnotationsProto;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.Descriptors.MethodDescriptor;

import dev.supporters.gateway.adapter.grpc.GrpcCallClient;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

class RestMethodsTest {

    private static final Path README = Path.of("README.md");

    @Test
    void offersExactlyTheMethodsThatTheProtosGiveAPath() {
        // Given
        Set<FileDescriptor> files =
                RestMethods.ALL.stream()
                        .map(method -> method.descriptor().getFile())
                        .collect(Collectors.toSet());
        // When
        List<String> withPath =
                files.stream()
                        .flatMap(file -> file.getServices().stream())
                        .flatMap(service -> service.getMethods().stream())
                        .filter(method -> method.getOptions().hasExtension(AnnotationsProto.http))
                        .map(MethodDescriptor::getFullName)
                        .toList();
        // Then
        assertThat(RestMethods.ALL)
                .extracting(method -> method.descriptor().getFullName())
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(withPath);
    }

    @Test
    void anErasureHasBoundsOfItsOwnAndTakesNothingFromRequests() {
        assertThat(RestMethods.ALL)
                .filteredOn(method -> method.remote().equals(GrpcCallClient.ERASURE))
                .extracting(method -> method.descriptor().getName())
                .containsExactly("EraseCustomer");
    }

    @Test
    void givesEveryMethodItsOwnPath() {
        assertThat(RestMethods.ALL)
                .extracting(method ->
                        method.http().httpMethod()
                                + " "
                                + method.http().path().text().replaceAll("\\{[a-z_.]+}", "{}"))
                .doesNotHaveDuplicates()
                .allMatch(path -> path.split(" ")[1].startsWith("/v1/"));
    }

    @Test
    void everyVariableIsAFieldOfItsRequest() {
        for (RestMethod method : RestMethods.ALL) {
            for (String variable : method.http().path().variables()) {
                FieldPath field = FieldPath.of(method.descriptor().getInputType(), variable);

                assertThat(field.fields().getLast().isRepeated()).as(variable).isFalse();
            }
        }
    }

    @Test
    void whatADriverMayCallSaysForWhichDriver() {
        assertThat(RestMethods.ALL)
                .filteredOn(method ->
                        method.caller() != Caller.OPERATOR && method.caller() != Caller.SEES_ALL)
                .isNotEmpty()
                .allMatch(method -> has(method, "driver_id"));
    }

    /** Their own mode drivers set, too: then the actor is the driver. */
    @Test
    void onlyOperatorsDoWhatNeedsAnActor() {
        assertThat(RestMethods.ALL)
                .filteredOn(method -> has(method, "actor"))
                .filteredOn(method -> method.caller() != Caller.OPERATOR)
                .extracting(method -> method.descriptor().getName(), RestMethod::caller)
                .containsExactly(tuple("SetActivityMode", Caller.OWN_OR_OPERATOR));
    }

    @Test
    void whateverHasAKeyChangesSomethingAndTheReverse() {
        assertThat(RestMethods.ALL)
                .allMatch(method -> method.operation().isPresent() == has(method, "request_id"));
    }

    @Test
    void noAnswerToADriverTellsADestination() {
        // Given a place where a driver shall go is no customer's destination
        assertThat(RestMethods.ALL)
                .filteredOn(method ->
                        method.caller() != Caller.OPERATOR
                                && method.caller() != Caller.SEES_ALL
                                && !method.service().equals("move"))
                .allSatisfy(method ->
                        assertThat(fields(method.descriptor().getOutputType(), 0))
                                .doesNotContain("destination", "stopover", "distance_meters"));
    }

    @Test
    void theReadmeNamesEveryPathAndWhoMayCallIt() throws IOException {
        // Given
        List<String> expected =
                RestMethods.ALL.stream()
                        .map(method ->
                                "| `%s %s` | %s | `%s` %s |"
                                        .formatted(
                                                method.http().httpMethod(),
                                                method.http().path().text(),
                                                method.caller().people(),
                                                method.service(),
                                                method.descriptor().getName()))
                        .toList();
        // When
        List<String> rows =
                Files.readAllLines(README).stream()
                        .filter(line -> line.matches("\\| `[A-Z]+ /v1/.*"))
                        .toList();
        // Then
        assertThat(rows).containsExactlyElementsOf(expected);
    }

    private static boolean has(RestMethod method, String field) {
        return method.descriptor().getInputType().findFieldByName(field) != null;
    }

    private static List<String> fields(Descriptor type, int depth) {
        return type.getFields().stream()
                .flatMap(field ->
                        java.util.stream.Stream.concat(
                                java.util.stream.Stream.of(field.getName()),
                                field.getJavaType()
                                                        == com.google.protobuf.Descriptors
                                                                .FieldDescriptor.JavaType.MESSAGE
                                                && depth < 6
                                        ? fields(field.getMessageType(), depth + 1).stream()
                                        : java.util.stream.Stream.empty()))
                .toList();
    }
}
