package dev.supporters.tagging.label;

import dev.supporters.platform.refusal.Refusal;

import java.util.regex.Pattern;

/** The form of a tag's name. */
public final class TagName {

    private static final Pattern FORM = Pattern.compile("[a-z0-9:-]{1,60}");

    private TagName() {}

    /** The name, if it is one. */
    public static String require(String name, String field) {
        if (!FORM.matcher(name).matches()) {
            throw Refusal.invalid(
                    field, name, "1 to 60 lower-case letters, digits, hyphens and colons");
        }
        return name;
    }
}
