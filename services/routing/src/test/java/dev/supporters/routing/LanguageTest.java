package dev.supporters.routing;

import dev.supporters.testkit.LanguageRules;

import java.util.Set;

class LanguageTest extends LanguageRules {

    /** Ready is who has read the topics and has tried the parts that a decision asks: only those adapters know. */
    @Override
    protected Set<String> adaptersThatUseAnother() {
        return Set.of("health -> grpc", "health -> kafka");
    }
}
