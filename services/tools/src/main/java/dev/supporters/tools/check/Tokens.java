package dev.supporters.tools.check;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** Gives the token that the check shows to the gateway. */
final class Tokens {

    private final Door door;

    Tokens(Door door) {
        this.door = door;
    }

    String token(TokenSource source, Patience patience) throws CheckFailed, InterruptedException {
        return switch (source) {
            case TokenSource.Given given -> given.token();
            case TokenSource.Asked asked -> ask(asked, patience);
        };
    }

    private String ask(TokenSource.Asked source, Patience patience)
            throws CheckFailed, InterruptedException {
        HttpResponse<String> response =
                door.send(HttpRequest.newBuilder(source.url()), patience, any -> false);
        if (response.statusCode() != 200) {
            throw new CheckFailed(
                    "HTTP "
                            + response.statusCode()
                            + " "
                            + Door.begin(response.body())
                            + " (expected: 200 and a token)");
        }
        return response.body().strip();
    }
}
