package dev.supporters.simulation;

import java.util.List;
import java.util.SplittableRandom;

/** Names for people who do not exist. */
final class Names {

    private static final List<String> FAMILY =
            List.of(
                    "Kim", "Lee", "Park", "Choi", "Jung", "Kang", "Cho", "Yoon", "Jang", "Lim",
                    "Han", "Oh", "Seo");
    private static final List<String> GIVEN =
            List.of(
                    "Minjun", "Seoyeon", "Doyun", "Jiwoo", "Siwoo", "Haeun", "Jiho", "Soyul",
                    "Yejun", "Dahye", "Taeho");

    private Names() {}

    static String draw(SplittableRandom random) {
        return FAMILY.get(random.nextInt(FAMILY.size()))
                + " "
                + GIVEN.get(random.nextInt(GIVEN.size()));
    }
}
