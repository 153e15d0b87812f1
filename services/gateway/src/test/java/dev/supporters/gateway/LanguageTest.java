package dev.supporters.gateway;

import dev.supporters.testkit.LanguageRules;

import java.util.Set;

class LanguageTest extends LanguageRules {

    /** The gateway owns nothing: it passes requests on to services, and events on to subscriptions. */
    @Override
    protected Set<String> adaptersThatUseAnother() {
        return Set.of(
                "graphql -> grpc",
                "graphql -> http",
                "grpc -> http",
                "http -> legacy",
                "legacy -> grpc",
                "rest -> graphql",
                "rest -> grpc",
                "rest -> http",
                "transcoding -> grpc",
                "transcoding -> http");
    }
}
