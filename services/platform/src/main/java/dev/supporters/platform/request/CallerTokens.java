package dev.supporters.platform.request;

import dev.supporters.platform.digest.Sha256;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who shows which token. Of a caller's own token a service has the digest only, so that it cannot show it to others. The token that
 * all share lets in whoever has it, and its bearer says who it is.
 */
final class CallerTokens {

    private static final String SCHEME = "Bearer ";
    private static final Pattern ENTRY = Pattern.compile("([a-z][a-z-]*):([0-9a-f]{64})");

    private final List<Token> tokens;

    CallerTokens(ServiceToken settings) {
        List<Token> own =
                settings.callers().orElse(List.of()).stream().map(CallerTokens::entry).toList();
        tokens = new ArrayList<>(own);
        settings.otherToken().map(CallerTokens::shared).ifPresent(tokens::add);
        if (own.isEmpty()) {
            tokens.add(shared(settings.token()));
        }
    }

    /**
     * Who calls; empty for who shows no token that is let in.
     *
     * @param authorization the header; null if there is none
     * @param claimed as whom it says that it calls; null if it does not say
     */
    Optional<CallingService> caller(String authorization, String claimed) {
        // the scheme's name is the same in capitals and small letters
        if (authorization == null
                || !authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Optional.empty();
        }
        byte[] shown = digest(authorization.substring(SCHEME.length()));
        return tokens.stream()
                .filter(token -> MessageDigest.isEqual(shown, token.digest()))
                .findFirst()
                .map(token ->
                        new CallingService(token.owner().or(() -> Optional.ofNullable(claimed))));
    }

    private static Token shared(String token) {
        return new Token(Optional.empty(), digest(token));
    }

    private static Token entry(String text) {
        Matcher entry = ENTRY.matcher(text);
        if (!entry.matches()) {
            throw new IllegalArgumentException(
                    "supporters.service.callers: found "
                            + text
                            + ", expected name:digest, the SHA-256 digest of a token in hex");
        }
        return new Token(Optional.of(entry.group(1)), HexFormat.of().parseHex(entry.group(2)));
    }

    private static byte[] digest(String token) {
        return Sha256.of(token);
    }

    /** A token that is let in; one without an owner is shared. */
    private record Token(Optional<String> owner, byte[] digest) {}
}
