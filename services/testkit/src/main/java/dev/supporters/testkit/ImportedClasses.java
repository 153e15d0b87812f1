package dev.supporters.testkit;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The classes of a package as ArchUnit reads them, without tests. Reading takes a second, so that a JVM reads each package once. */
public final class ImportedClasses {

    private static final Map<String, JavaClasses> READ = new ConcurrentHashMap<>();

    private ImportedClasses() {}

    /** Those of this package and the packages below it. */
    public static JavaClasses of(String rootPackage) {
        return READ.computeIfAbsent(
                rootPackage,
                root ->
                        new ClassFileImporter()
                                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                                .importPackages(root));
    }
}
