package dev.supporters.contract;

import dev.supporters.platform.refusal.Refusal;

import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * An app's version. It is compared number by number, and a number that is missing counts as 0: 5.2 and 5.2.0 are equally new, but two
 * texts.
 *
 * @param value as the app or the policy wrote it
 */
public record AppVersion(String value) implements Comparable<AppVersion> {

    private static final Pattern FORM = Pattern.compile("[0-9]{1,6}(\\.[0-9]{1,6}){0,3}");

    public AppVersion {
        if (!FORM.matcher(value).matches()) {
            throw Refusal.invalid(
                    "app_version",
                    value.isEmpty() ? "nothing" : value,
                    "1 to 4 numbers with dots, like 5.2.0");
        }
    }

    @Override
    public int compareTo(AppVersion other) {
        int[] own = numbers();
        int[] others = other.numbers();
        for (int i = 0; i < Math.max(own.length, others.length); i++) {
            int order = Integer.compare(number(own, i), number(others, i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    @Override
    public String toString() {
        return value;
    }

    private int[] numbers() {
        return Arrays.stream(value.split("\\.")).mapToInt(Integer::parseInt).toArray();
    }

    private static int number(int[] numbers, int index) {
        return index < numbers.length ? numbers[index] : 0;
    }
}
