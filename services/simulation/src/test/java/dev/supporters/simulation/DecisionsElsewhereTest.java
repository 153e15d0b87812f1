package dev.supporters.simulation;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import org.junit.jupiter.api.Test;

import java.util.Set;
import java.util.function.Predicate;

/** The simulation decides nothing itself: it asks services/dispatch, as the services do. */
class DecisionsElsewhereTest {

    private static final Set<String> ORDERING =
            Set.of("sort", "sorted", "min", "max", "compare", "comparing", "comparingDouble");

    private static final Set<String> VALUES_OF_DECISIONS =
            Set.of(
                    "dev.supporters.dispatch.move.MovePlan",
                    "dev.supporters.dispatch.move.MovePlan$Proposal",
                    "dev.supporters.dispatch.assignment.OfferRule$Offer",
                    "dev.supporters.dispatch.assignment.Ranking",
                    "dev.supporters.dispatch.assignment.solver.WaitingPool$Pair",
                    "dev.supporters.dispatch.assignment.solver.WaitingPool$Candidate");

    private final JavaClasses classes =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("dev.supporters.simulation");

    @Test
    void nothingInTheEngineOrdersOrComparesCandidates() {
        noClasses()
                .that()
                .resideInAPackage("..simulation.engine..")
                .and()
                .doNotHaveSimpleName("EventQueue")
                .and()
                .doNotHaveSimpleName("ScheduledEvent")
                .should()
                .accessTargetWhere(
                        access(
                                "orders something",
                                access ->
                                        ORDERING.contains(access.getTarget().getName())
                                                && isNoNumber(access)))
                .check(classes);
    }

    /** Bounds of numbers, Math.max and the like, are no choice. */
    private static boolean isNoNumber(JavaAccess<?> access) {
        return !access.getTargetOwner().isAssignableTo(Math.class);
    }

    @Test
    void whatWasDecidedIsMadeOnlyByTheDecisionClasses() {
        noClasses()
                .should()
                .callConstructorWhere(
                        access(
                                "makes a decision",
                                access ->
                                        VALUES_OF_DECISIONS.contains(
                                                access.getTargetOwner().getName())))
                .check(classes);
    }

    @Test
    void theEngineAsksAllDecisionClasses() {
        for (String decision :
                Set.of(
                        "dev.supporters.dispatch.assignment.CandidateChoice",
                        "dev.supporters.dispatch.assignment.OfferRule",
                        "dev.supporters.dispatch.assignment.PoolCandidates",
                        "dev.supporters.dispatch.assignment.solver.WaitingPool",
                        "dev.supporters.dispatch.move.MovePlanner")) {
            classes()
                    .that()
                    .haveSimpleName("SupporterDecisions")
                    .should()
                    .dependOnClassesThat()
                    .haveFullyQualifiedName(decision)
                    .check(classes);
        }
    }

    @Test
    void theBroadcastKnowsNoDispatch() {
        noClasses()
                .that()
                .resideInAPackage("..simulation.broadcast..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.supporters.dispatch..")
                .check(classes);
    }

    @Test
    void onlyTheEngineDecidesByDispatch() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..simulation.engine..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.supporters.dispatch..")
                .check(classes);
    }

    private static <T extends JavaAccess<?>> DescribedPredicate<T> access(
            String description, Predicate<T> predicate) {
        return DescribedPredicate.describe(description, predicate);
    }
}
