package dev.supporters.local;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import org.junit.jupiter.api.Test;

/** The command uses oracle, player and stand; the oracle uses what the player saw; nobody uses the command. */
class ModuleDependenciesTest {

    private static final String COMMAND = "dev.supporters.local..";
    private static final String ORACLE = "dev.supporters.oracle..";
    private static final String PLAYER = "dev.supporters.player..";
    private static final String STAND = "dev.supporters.stand..";

    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages(
                            "dev.supporters.local",
                            "dev.supporters.oracle",
                            "dev.supporters.player",
                            "dev.supporters.stand");

    @Test
    void modulesAreFreeOfCycles() {
        slices().matching("dev.supporters.(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void standRunsTheServicesWithoutTheOthers() {
        noDependency(STAND, PLAYER, ORACLE, COMMAND, "dev.supporters.simulation..");
    }

    @Test
    void playerTakesAddressesAsValues() {
        noDependency(PLAYER, STAND, ORACLE, COMMAND);
    }

    @Test
    void oracleTakesAddressesAsValuesAndSharesNoCodeWithTheServices() {
        noDependency(ORACLE, STAND, COMMAND, "dev.supporters.platform..");
    }

    @Test
    void clientsKnowNothingOfThePeopleWhoUseThem() {
        noDependency("dev.supporters.player.client..", "dev.supporters.player");
    }

    private static void noDependency(String from, String... to) {
        noClasses()
                .that()
                .resideInAPackage(from)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(to)
                .check(CLASSES);
    }
}
