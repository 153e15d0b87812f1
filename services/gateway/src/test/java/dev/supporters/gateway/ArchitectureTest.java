package dev.supporters.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;

import dev.supporters.gateway.adapter.http.PrincipalProvider;
import dev.supporters.testkit.ArchitectureRules;
import dev.supporters.testkit.ImportedClasses;

import io.smallrye.graphql.api.Subscription;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.Query;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

class ArchitectureTest extends ArchitectureRules {

    /** What each may ask is in access.csv; that none forgets to look is a rule of the code. */
    @Test
    void eachRootFieldAsksWhoIsAsking() {
        JavaClasses classes = ImportedClasses.of("dev.supporters.gateway");
        List<String> fields = new ArrayList<>();
        List<String> withoutAsking = new ArrayList<>();
        for (JavaClass type : classes) {
            type.getMethods().stream()
                    .filter(ArchitectureTest::rootField)
                    .forEach(field -> {
                        fields.add(field.getFullName());
                        if (!asksWhoIsAsking(field)) {
                            withoutAsking.add(field.getFullName());
                        }
                    });
        }

        assertThat(fields).hasSizeGreaterThan(100);
        assertThat(withoutAsking).isEmpty();
    }

    /** A method of ours that does not is found, so that the rule above can fail. */
    @Test
    void aMethodThatDoesNotAskIsFound() {
        JavaClasses classes = ImportedClasses.of("dev.supporters.gateway");
        JavaMethod method =
                classes.get("dev.supporters.gateway.fleet.Fleet").getMethods().stream()
                        .filter(one -> one.getName().equals("version"))
                        .findFirst()
                        .orElseThrow();

        assertThat(asksWhoIsAsking(method)).isFalse();
    }

    /** Those of the protos, below /v1, are in openapi.json, from which access-rest.csv is made; GraphQL's own server has the schema. */
    @Test
    void eachPathIsInATableOfWhoIsLetIn() throws IOException {
        List<String> paths =
                ImportedClasses.of("dev.supporters.gateway").stream()
                        .filter(type -> type.isAnnotatedWith(Path.class))
                        .flatMap(ArchitectureTest::paths)
                        .filter(path -> !path.contains(" /v1/"))
                        .toList();
        List<String> written =
                Files.readAllLines(java.nio.file.Path.of("access-paths.csv")).stream()
                        .skip(1)
                        .map(line -> List.of(line.split(",")))
                        .map(cells -> cells.get(0) + " " + cells.get(1))
                        .filter(path -> !path.equals("GET /graphql/schema.graphql"))
                        .toList();

        assertThat(paths).contains("GET /grpc/services", "PUT /d/v1/calls/reject");
        assertThat(written).containsExactlyInAnyOrderElementsOf(paths);
    }

    /** As `GET /zones/{product}/{region}.geojson`. */
    private static Stream<String> paths(JavaClass resource) {
        Class<?> type = resource.reflect();
        return Stream.of(type.getDeclaredMethods())
                .flatMap(method ->
                        Stream.of(method.getAnnotations())
                                .map(Annotation::annotationType)
                                .filter(one -> one.isAnnotationPresent(HttpMethod.class))
                                .map(one -> one.getAnnotation(HttpMethod.class).value())
                                .map(http -> http + " " + path(type, method)));
    }

    private static String path(Class<?> type, Method method) {
        String of = type.getAnnotation(Path.class).value();
        if (!method.isAnnotationPresent(Path.class)) {
            return of;
        }
        String below = method.getAnnotation(Path.class).value();
        return below.startsWith("/") ? of + below : of + "/" + below;
    }

    private static boolean rootField(JavaMethod method) {
        return Stream.of(Query.class, Mutation.class, Subscription.class)
                .anyMatch(method::isAnnotatedWith);
    }

    /** Itself, or by a method of the gateway that it calls. */
    private static boolean asksWhoIsAsking(JavaMethod field) {
        Deque<JavaCodeUnit> open = new ArrayDeque<>(List.of(field));
        Set<JavaCodeUnit> seen = new HashSet<>(open);
        while (!open.isEmpty()) {
            for (CodeUnitCallTarget target :
                    open.remove().getCallsFromSelf().stream()
                            .map(call -> call.getTarget())
                            .toList()) {
                if (target.getOwner().isEquivalentTo(PrincipalProvider.class)) {
                    return true;
                }
                target.resolveMember()
                        .map(JavaCodeUnit.class::cast)
                        .filter(called ->
                                called.getOwner()
                                        .getPackageName()
                                        .startsWith("dev.supporters.gateway.adapter.graphql"))
                        .filter(seen::add)
                        .ifPresent(open::add);
            }
        }
        return false;
    }
}
