package dev.supporters.testkit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.core.domain.JavaClasses;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;

/** The rules of structure that every service keeps. A service's test extends it and is in the service's root package. */
public abstract class ArchitectureRules {

    private JavaClasses classes;

    @BeforeEach
    void importClasses() {
        classes = ImportedClasses.of(getClass().getPackageName());
    }

    @Test
    void adaptersDependOnFeaturesNeverTheReverse() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..adapter..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("..adapter..")
                .check(classes);
    }

    @Test
    void rulesKnowNoWireAndNoStore() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..adapter..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.grpc..",
                        "com.mongodb..",
                        "org.bson..",
                        "org.apache.kafka..",
                        "jakarta.ws.rs..")
                .check(classes);
    }

    @Test
    void timeComesFromTheClock() {
        noClasses()
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(LocalDateTime.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(Clock.class, "systemUTC")
                .orShould()
                .callMethod(Clock.class, "systemDefaultZone")
                .check(classes);
    }

    @Test
    void nothingIsPrintedPastTheLog() {
        noClasses()
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .check(classes);
    }

    @Test
    void dependenciesComeThroughConstructors() {
        noFields()
                .that()
                .areDeclaredInClassesThat()
                .resideInAPackage(getClass().getPackageName() + "..")
                .should()
                .beAnnotatedWith(jakarta.inject.Inject.class)
                .check(classes);
    }

    @Test
    void stateThatIsSharedIsNotStatic() {
        fields().that()
                .areStatic()
                .and()
                .areNotPrivate()
                .should()
                .beFinal()
                .allowEmptyShould(true)
                .check(classes);
    }
}
