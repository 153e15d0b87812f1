package dev.supporters.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A page of the development issuer: one click for each role leads into GraphiQL, the GraphQL browser, with a token of that role and a
 * first query. Where a company has an OIDC issuer, GraphiQL takes that one's token as a header.
 */
public final class GraphiqlSignIn {

    /** Where the page is. */
    public static final String PATH = "/graphiql";

    private static final String MINE =
            "{ workStatus(product: DRIVER) { state } liveCommand { callId deadlineAt } }";
    private static final String CALLS = "{ calls(first: 5) { edges { node { callId state } } } }";

    private final List<Person> people;
    private final DevelopmentIssuer issuer;
    private final URI graphiql;

    private GraphiqlSignIn(DevelopmentIssuer issuer, URI gateway, String driverId) {
        this.issuer = issuer;
        this.graphiql = gateway.resolve("/q/graphql-ui/");
        this.people =
                List.of(
                        new Person("operator", "you", CALLS),
                        new Person("driver", driverId, MINE),
                        new Person("customer", "7", CALLS),
                        new Person("service", "you", CALLS));
    }

    /**
     * Adds the page to an issuer.
     *
     * @param gateway the gateway's address
     * @param driverId the driver who is meant by the role of a driver
     */
    public static void add(DevelopmentIssuer issuer, URI gateway, String driverId) {
        issuer.answer(PATH, new GraphiqlSignIn(issuer, gateway, driverId)::answer);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String asked = exchange.getRequestURI().getPath().substring(PATH.length());
        for (Person person : people) {
            if (asked.equals("/" + person.role())) {
                exchange.getResponseHeaders().set("location", signedIn(person));
                exchange.sendResponseHeaders(302, -1);
                exchange.close();
                return;
            }
        }
        byte[] page = page().getBytes(UTF_8);
        exchange.getResponseHeaders().set("content-type", "text/html; charset=utf-8");
        exchange.sendResponseHeaders(asked.isEmpty() || asked.equals("/") ? 200 : 404, page.length);
        try (exchange) {
            exchange.getResponseBody().write(page);
        }
    }

    private String signedIn(Person person) {
        String headers =
                "{\"Authorization\": \"Bearer "
                        + issuer.mint(person.subject(), person.role())
                        + "\"}";
        return graphiql + "?headers=" + encoded(headers) + "&query=" + encoded(person.query());
    }

    private String page() {
        return "<!doctype html><title>GraphiQL</title><h1>GraphiQL, signed in as</h1><ul>"
                + people.stream()
                        .map(person ->
                                "<li><a href=\"%s/%s\">%s</a> (%s)"
                                        .formatted(
                                                PATH,
                                                person.role(),
                                                person.role(),
                                                person.subject()))
                        .collect(Collectors.joining())
                + "</ul>";
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8).replace("+", "%20");
    }

    private record Person(String role, String subject, String query) {}
}
