package dev.supporters.tools.check;

import java.net.URI;

/** Where the token comes from. */
sealed interface TokenSource {

    record Given(String token) implements TokenSource {

        /** Without the token. */
        @Override
        public String toString() {
            return "Given";
        }
    }

    /** Whoever asks here is answered a token. */
    record Asked(URI url) implements TokenSource {}
}
