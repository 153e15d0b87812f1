package dev.supporters.platform.validation;

import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.supporters.proto.options.v1.TextFormat;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Set;
import java.util.regex.Pattern;

/** The forms of texts that the protos name, and how a refusal describes them. */
final class TextFormats {

    private static final Pattern CALL_NUMBER = Pattern.compile("[0-9]{1,18}");
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern TIME_OF_DAY = Pattern.compile("([01][0-9]|2[0-3]):[0-5][0-9]");
    private static final Pattern REGION = Pattern.compile("[a-z0-9-]{1,40}");
    private static final Pattern APP_VERSION = Pattern.compile("[0-9]{1,6}(\\.[0-9]{1,6}){0,3}");
    private static final Pattern ENTITY_ID =
            Pattern.compile("[a-z][a-z-]{0,19}:[A-Za-z0-9._-]{1,100}");
    private static final Pattern TAG_NAME = Pattern.compile("[a-z0-9:-]{1,60}");
    private static final Set<String> CURRENCIES =
            Currency.getAvailableCurrencies().stream()
                    .map(Currency::getCurrencyCode)
                    .collect(toUnmodifiableSet());
    private static final int MOST_WHOLE_DIGITS = 3;
    private static final int MOST_FRACTION_DIGITS = 40;

    private TextFormats() {}

    static boolean matches(TextFormat format, String text) {
        return switch (format) {
            case TEXT_FORMAT_UNSPECIFIED, UNRECOGNIZED -> true;
            case TEXT_FORMAT_DRIVER_ID -> text.indexOf('/') < 0;
            case TEXT_FORMAT_CALL_NUMBER -> CALL_NUMBER.matcher(text).matches();
            case TEXT_FORMAT_LATITUDE -> degrees(text, 90);
            case TEXT_FORMAT_LONGITUDE -> degrees(text, 180);
            case TEXT_FORMAT_DATE -> DATE.matcher(text).matches() && inCalendar(text);
            case TEXT_FORMAT_TIME_OF_DAY -> TIME_OF_DAY.matcher(text).matches();
            case TEXT_FORMAT_CURRENCY -> CURRENCIES.contains(text);
            case TEXT_FORMAT_REGION -> REGION.matcher(text).matches();
            case TEXT_FORMAT_APP_VERSION -> APP_VERSION.matcher(text).matches();
            case TEXT_FORMAT_ENTITY_ID -> ENTITY_ID.matcher(text).matches();
            case TEXT_FORMAT_TAG_NAME -> TAG_NAME.matcher(text).matches();
        };
    }

    /** What a refusal says was expected; empty for any text. */
    static String expected(TextFormat format) {
        return switch (format) {
            case TEXT_FORMAT_UNSPECIFIED, UNRECOGNIZED -> "";
            case TEXT_FORMAT_DRIVER_ID -> "an id without a slash";
            case TEXT_FORMAT_CALL_NUMBER -> "1 to 18 decimal digits";
            case TEXT_FORMAT_LATITUDE -> "a decimal from -90 to 90";
            case TEXT_FORMAT_LONGITUDE -> "a decimal from -180 to 180";
            case TEXT_FORMAT_DATE -> "a date like 2026-11-20";
            case TEXT_FORMAT_TIME_OF_DAY -> "HH:mm, like 21:00";
            case TEXT_FORMAT_CURRENCY -> "an ISO 4217 code";
            case TEXT_FORMAT_REGION -> "1 to 40 lower-case letters, digits and hyphens";
            case TEXT_FORMAT_APP_VERSION -> "1 to 4 numbers with dots, like 5.2.0";
            case TEXT_FORMAT_ENTITY_ID -> "a kind, a colon and an id, like driver:1004550";
            case TEXT_FORMAT_TAG_NAME -> "1 to 60 lower-case letters, digits, hyphens and colons";
        };
    }

    private static boolean inCalendar(String date) {
        try {
            LocalDate.parse(date);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    /** An exact decimal. Not by way of a double, for which 90.00000000000000000001 is 90. */
    private static boolean degrees(String text, int most) {
        int begin = text.startsWith("-") ? 1 : 0;
        int point = text.indexOf('.');
        int wholeEnd = point < 0 ? text.length() : point;
        boolean sound =
                digits(text, begin, wholeEnd, MOST_WHOLE_DIGITS)
                        && (point < 0
                                || digits(text, point + 1, text.length(), MOST_FRACTION_DIGITS));
        if (!sound) {
            return false;
        }
        int whole = Integer.parseInt(text, begin, wholeEnd, 10);
        return whole < most || (whole == most && (point < 0 || zeros(text, point + 1)));
    }

    private static boolean digits(String text, int begin, int end, int most) {
        if (begin >= end || end - begin > most) {
            return false;
        }
        for (int i = begin; i < end; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    private static boolean zeros(String text, int begin) {
        for (int i = begin; i < text.length(); i++) {
            if (text.charAt(i) != '0') {
                return false;
            }
        }
        return true;
    }
}
