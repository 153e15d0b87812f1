package dev.supporters.local;

import dev.supporters.embedded.DevelopmentIssuer;
import dev.supporters.embedded.GraphiqlSignIn;
import dev.supporters.stand.ServiceSpec;
import dev.supporters.stand.StandPorts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What can be reached where.
 *
 * @param services those that run
 * @param brokers the bootstrap servers of Kafka
 * @param zipkin the address of the Zipkin server, if the stand runs one
 * @param logs the folder
 */
record AddressTable(
        StandPorts ports,
        List<ServiceSpec> services,
        String brokers,
        Optional<String> zipkin,
        String logs) {

    /** Where the development issuer tells what the services show each other. */
    static final String SERVICE_TOKEN = "/service-token";

    /** What somebody needs who asks the first question. */
    List<String> first() {
        String gateway = url(ServiceSpec.GATEWAY);
        return List.of(
                row("console", gateway + "/"),
                row("GraphQL", gateway + "/graphql  (UI: " + graphiql() + ")"),
                row("token", token() + "  (for development only)"));
    }

    List<String> all() {
        List<String> lines = new ArrayList<>();
        lines.add("");
        if (services.contains(ServiceSpec.GATEWAY)) {
            lines.add(row("console", url(ServiceSpec.GATEWAY) + "/"));
            lines.add(row("GraphQL", url(ServiceSpec.GATEWAY) + "/graphql"));
            lines.add(row("GraphQL UI", graphiql()));
            lines.add(row("REST", url(ServiceSpec.GATEWAY) + "/v1  (/openapi.json)"));
            lines.add(row("REST UI", url(ServiceSpec.GATEWAY) + "/q/swagger-ui"));
            lines.add(row("gRPC UI", url(ServiceSpec.GATEWAY) + "/console/grpc"));
        }
        if (services.contains(ServiceSpec.LEGACY)) {
            lines.add(row("legacy API", url(ServiceSpec.LEGACY) + "/api/v1"));
        }
        for (ServiceSpec spec : services) {
            lines.add(row(spec.name(), url(spec) + "  (gRPC, /q/health, /q/metrics)"));
        }
        lines.add(row("Kafka", brokers));
        zipkin.ifPresent(url -> lines.add(row("Zipkin", url + "/zipkin")));
        lines.add(row("token", token()));
        lines.add(row("gRPC token", serviceToken()));
        lines.add(row("logs", logs));
        lines.add("");
        lines.add(
                "The tokens come from a DEVELOPMENT issuer ("
                        + DevelopmentIssuer.ISSUER
                        + "): it gives anybody any role. Never use it outside this machine.");
        lines.add("");
        return lines;
    }

    /** Not the gateway's own page, which knows no token. */
    private String graphiql() {
        return "http://127.0.0.1:" + ports.issuer() + GraphiqlSignIn.PATH;
    }

    private String token() {
        return "curl -s 'http://127.0.0.1:" + ports.issuer() + "/token?role=operator&sub=you'";
    }

    private String serviceToken() {
        return "curl -s http://127.0.0.1:" + ports.issuer() + SERVICE_TOKEN;
    }

    private String url(ServiceSpec spec) {
        return "http://127.0.0.1:" + ports.of(spec);
    }

    private static String row(String what, String where) {
        return "  %-11s %s".formatted(what, where);
    }
}
