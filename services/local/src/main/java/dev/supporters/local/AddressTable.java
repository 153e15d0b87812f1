package dev.supporters.local;

import dev.supporters.embedded.DevelopmentIssuer;
import dev.supporters.stand.ServiceSpec;
import dev.supporters.stand.Stand;

import java.util.ArrayList;
import java.util.List;

/** What can be reached where. */
final class AddressTable {

    private AddressTable() {}

    static List<String> table(Stand stand) {
        String issuer = "http://127.0.0.1:" + stand.ports().issuer();
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add(row("GraphQL", stand.url(ServiceSpec.GATEWAY) + "/graphql"));
        lines.add(row("GraphQL UI", stand.url(ServiceSpec.GATEWAY) + "/q/graphql-ui"));
        lines.add(row("legacy API", stand.url(ServiceSpec.LEGACY) + "/api/v1"));
        for (ServiceSpec spec : ServiceSpec.ALL) {
            lines.add(row(spec.name(), stand.url(spec) + "  (gRPC, /q/health, /q/metrics)"));
        }
        lines.add(row("Kafka", stand.brokers()));
        stand.zipkin().ifPresent(url -> lines.add(row("Zipkin", url + "/zipkin")));
        lines.add(row("token", "curl -s '" + issuer + "/token?role=operator&sub=you'"));
        lines.add("");
        lines.add(
                "The token comes from a DEVELOPMENT issuer ("
                        + DevelopmentIssuer.ISSUER
                        + "): it gives anybody any role. Never use it outside this machine.");
        lines.add("");
        return lines;
    }

    private static String row(String what, String where) {
        return "  %-11s %s".formatted(what, where);
    }
}
