package dev.supporters.work.begin;

import dev.supporters.platform.refusal.Refusal;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** An app's version, compared number by number; a number that is not there is 0. */
public record AppVersion(List<Integer> numbers) implements Comparable<AppVersion> {

    private static final Pattern FORM = Pattern.compile("[0-9]{1,6}(\\.[0-9]{1,6}){0,3}");

    public AppVersion {
        numbers = List.copyOf(numbers);
    }

    public static AppVersion parse(String text) {
        if (!FORM.matcher(text).matches()) {
            throw Refusal.invalid(
                    "app_version",
                    text.isEmpty() ? "nothing" : text,
                    "1 to 4 numbers with dots, like 5.2.0");
        }
        return new AppVersion(Arrays.stream(text.split("\\.")).map(Integer::valueOf).toList());
    }

    @Override
    public int compareTo(AppVersion other) {
        for (int i = 0; i < Math.max(numbers.size(), other.numbers.size()); i++) {
            int order = Integer.compare(number(i), other.number(i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    @Override
    public String toString() {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining("."));
    }

    private int number(int index) {
        return index < numbers.size() ? numbers.get(index) : 0;
    }
}
