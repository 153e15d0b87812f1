package dev.supporters.gateway;

import dev.supporters.gateway.call.ListCallRules;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The gateway's own settings. The bounds of remote calls are settings under supporters.remote. */
@ConfigMapping(prefix = "supporters.gateway")
public interface GatewayConfig {

    /** Who signs the tokens: the claim `iss`. */
    String issuer();

    /** Where the issuer's keys are: the URL of a JSON web key set. */
    String jwks();

    /** What tokens must be. */
    Tokens tokens();

    /** Settings of the tokens. */
    interface Tokens {

        /** Whether the issuer is one for development: tokens need no audience, and neither they nor its keys TLS. Never where strangers can come. */
        @WithDefault("false")
        boolean development();

        /** Where the roles are in a token: names of claims from the outside to the inside, with slashes between them. */
        @WithDefault("groups")
        String rolesClaim();

        /** What stands before each role there; values without it are none of ours. */
        Optional<String> rolesPrefix();

        /** For how long a token that was verified is not verified again; 0 verifies each request's. Its own end counts all the same. */
        @WithDefault("1m")
        Duration verifiedFor();
    }

    /** The port of HTTP. */
    @WithDefault("8080")
    int port();

    /** Whether there are a GraphQL UI and a Swagger UI. */
    @WithDefault("false")
    boolean ui();

    /** Whether operators may call the services' methods by hand, on a page of the console. For development. */
    @WithDefault("false")
    boolean grpcUi();

    /** For how long the regions that everybody may know are read once for all who ask; 0 reads them for each request. */
    @WithDefault("10s")
    Duration regionsKeptFor();

    /** How many items a page may have. */
    @WithDefault("100")
    int pageSize();

    /** What a query may cost: one for each field, and `rootFieldCost` for each field that calls another service. */
    @WithDefault("400")
    int queryCost();

    /** What a field of the query itself costs, since each is at least one remote call. */
    @WithDefault("20")
    int rootFieldCost();

    /** How many fields an answer may have, if all pages that it asks for are full. */
    @WithDefault("20000")
    int answerFields();

    /** Who may read the schema, by introspection and as a text, and the description of REST. Without it: all where the issuer is one for development, elsewhere operators. */
    Optional<SchemaReaders> schemaFor();

    /** Who may read the schema. */
    enum SchemaReaders {
        /** Whoever may ask anything. */
        ALL,
        /** Operators and services. */
        OPERATORS
    }

    /** How long a websocket may take to say who it is. */
    @WithDefault("5s")
    Duration socketInitTimeout();

    /** How many websockets may be open at once that have not said who they are. */
    @WithDefault("1000")
    int socketsWithoutToken();

    /**
     * How many of them may come from one address, of IPv6 from one network of 64 bits; 0 is no such limit. Behind a proxy that
     * `trustedProxies` does not name all strangers have its address: then it must be 0.
     */
    @WithDefault("50")
    int socketsWithoutTokenPerAddress();

    /** Addresses of the proxies, or ranges of them like 10.0.0.0/8, whose X-Forwarded-For is believed. Without it nobody's is. */
    Optional<List<String>> trustedProxies();

    /** How many websockets a person may have open, once it is known who it is; 0 is no such limit. Services have none. */
    @WithDefault("20")
    int socketsPerPerson();

    /** How many operations one websocket may have under way. */
    @WithDefault("50")
    int socketOperations();

    /** How many operations a driver or customer may send at once, before `operationsPerSecond` counts. */
    @WithDefault("100")
    int operationBurst();

    /** How many operations a second a driver or customer may send. */
    @WithDefault("10")
    int operationsPerSecond();

    /** How far around the driver listCall searches, in metres: as far as the legacy broadcast reaches at most. */
    @WithDefault("3000")
    int listRadiusMeters();

    /** How old a call may be to be listed: general dispatch gives up after that. */
    @WithDefault("30m")
    Duration listMaxAge();

    /** Who sees open calls, and around which place. */
    ListCall listCall();

    /** Settings of listCall, beside how far and how far back it looks. */
    interface ListCall {

        /** How long the last reported position of a driver counts. */
        @WithDefault("10m")
        Duration positionMaxAge();

        /** How far from it the place of a request may be, in metres; beyond, calls around the reported position are listed. */
        @WithDefault("1000")
        int toleranceMeters();

        /** Who may look without such a position, around the place of the request: nobody, members or all. */
        @WithDefault("members")
        ListCallRules.WithoutPosition withoutPosition();

        /** How often a driver may ask at once, before `perMinute` counts. */
        @WithDefault("10")
        int burst();

        /** How often a driver may ask within a minute. */
        @WithDefault("20")
        int perMinute();
    }

    /** How many subscriptions one process serves. */
    @WithDefault("5000")
    int subscriptions();

    /** How many of them a driver or a customer may have. */
    @WithDefault("20")
    int subscriptionsPerPerson();

    /** How often every subscription reads again, in real time, so that a change shows although its event was lost. */
    @WithDefault("60s")
    Duration resync();

    /** What is known of all supporters at work. */
    FleetConfig fleet();

    /** Settings of the fleet in memory. */
    interface FleetConfig {

        /** From how far back shifts, commands and moves are read at a start: longer than the longest shift. */
        @WithDefault("36h")
        Duration history();

        /** From how far back positions are read at a start. */
        @WithDefault("10m")
        Duration locationHistory();

        /** The least pause between two messages of a subscription to the fleet or to the calls of a region, in real time. */
        @WithDefault("500ms")
        Duration pause();
    }

    /** The metrics of all services, which operators see. */
    Metrics metrics();

    /** Settings of how they are read. */
    interface Metrics {

        /** The pause between two times at which all services are asked, in real time. */
        @WithDefault("15s")
        Duration pause();
    }

    /** The browser console. */
    ConsoleConfig console();

    /** Settings of the browser console. */
    interface ConsoleConfig {

        /** Whether it is served. */
        @WithDefault("true")
        boolean enabled();

        /** Where browsers sign in: the URL of an OIDC issuer, without a slash at its end. */
        String authority();

        /** As which client the console signs people in. */
        @WithDefault("supporters-console")
        String clientId();

        /** The scopes that it asks for, separated by spaces. */
        @WithDefault("openid")
        String scope();

        /** Whom a development issuer signs in with one click, each as `role:subject`. */
        Optional<List<String>> people();

        /** Where the traces of a call are shown: a URL with `{callId}` in place of its number. */
        Optional<String> trace();
    }
}
