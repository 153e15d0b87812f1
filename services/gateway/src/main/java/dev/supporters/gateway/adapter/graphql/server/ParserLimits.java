package dev.supporters.gateway.adapter.graphql.server;

import dev.supporters.gateway.adapter.graphql.error.RequestRefusal;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.proto.common.v1.ErrorReason;

import graphql.language.SourceLocation;
import graphql.parser.ParserOptions;
import graphql.parser.ParsingListener;

import java.util.List;
import java.util.regex.Pattern;

/** What a document may contain, checked while its tokens are read: before a long number is calculated or a deep one is built. */
final class ParserLimits {

    static final int TOKENS = 5000;
    static final int CHARACTERS = 100_000;

    private static final int WHITESPACE = 20_000;
    private static final int RULE_DEPTH = 200;
    private static final int NUMBER_LENGTH = 50;
    private static final Pattern LARGE_EXPONENT = Pattern.compile("[eE][+-]?[0-9]{4,}$");

    private ParserLimits() {}

    static ParserOptions options() {
        return ParserOptions.newParserOptions()
                .captureIgnoredChars(false)
                .captureLineComments(false)
                .captureSourceLocation(true)
                .maxCharacters(CHARACTERS)
                .maxTokens(TOKENS)
                .maxWhitespaceTokens(WHITESPACE)
                .maxRuleDepth(RULE_DEPTH)
                .parsingListener(ParserLimits::checkNumber)
                .build();
    }

    private static void checkNumber(ParsingListener.Token token) {
        String text = token.getText();
        if (text == null || text.isEmpty() || !number(text.charAt(0))) {
            return;
        }
        if (text.length() > NUMBER_LENGTH || LARGE_EXPONENT.matcher(text).find()) {
            throw new RequestRefusal(
                    new Refusal(
                            ErrorReason.ERROR_REASON_INVALID_ARGUMENT,
                            "a number of " + text.length() + " characters",
                            "numbers of at most "
                                    + NUMBER_LENGTH
                                    + " characters with an exponent of at most 3 digits"),
                    List.of(new SourceLocation(token.getLine(), token.getCharPositionInLine() + 1)),
                    400);
        }
    }

    private static boolean number(char first) {
        return first == '-' || (first >= '0' && first <= '9');
    }
}
