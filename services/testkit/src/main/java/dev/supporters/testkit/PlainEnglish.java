package dev.supporters.testkit;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Prose is for readers who learned English at school. */
public final class PlainEnglish {

    private static final Pattern HARD_WORDS =
            Pattern.compile(
                    "(?i)\\b(hence|thereof|whither|whence|lest|reckon\\w*|shall|thrice|of which there is)\\b");

    private PlainEnglish() {}

    /** Words that need a dictionary, as they stand in the text. */
    public static List<String> hardWords(String text) {
        return HARD_WORDS.matcher(text).results().map(MatchResult::group).toList();
    }
}
