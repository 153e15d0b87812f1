package dev.supporters.tools.check;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** Where the check gets the token that it shows to the gateway. */
sealed interface TokenSource {

    /** A token of the settings. */
    record GivenToken(String token) implements TokenSource {

        /** Without the token. */
        @Override
        public String toString() {
            return "Given";
        }
    }

    /** An address that answers with a token. */
    record Issuer(URI url) implements TokenSource {}

    default String token(CheckHttpClient http, Deadline deadline)
            throws CheckException, InterruptedException {
        return switch (this) {
            case GivenToken given -> given.token();
            case Issuer issuer -> issue(issuer.url(), http, deadline);
        };
    }

    private static String issue(URI url, CheckHttpClient http, Deadline deadline)
            throws CheckException, InterruptedException {
        HttpResponse<String> response =
                http.send(HttpRequest.newBuilder(url), deadline, any -> false);
        if (response.statusCode() != 200) {
            throw new CheckException(
                    "HTTP "
                            + response.statusCode()
                            + " "
                            + CheckHttpClient.firstLine(response.body())
                            + " (expected: 200 and a token)");
        }
        return response.body().strip();
    }
}
