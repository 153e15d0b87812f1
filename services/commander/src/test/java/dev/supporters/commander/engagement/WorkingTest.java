package dev.supporters.commander.engagement;

import static dev.supporters.commander.Refusals.assertRefused;
import static dev.supporters.commander.Samples.begun;
import static dev.supporters.commander.Samples.driver;
import static dev.supporters.commander.Samples.news;
import static dev.supporters.commander.Samples.order;
import static dev.supporters.commander.Samples.work;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.commander.Night;
import dev.supporters.commander.slot.Slot;
import dev.supporters.commander.slot.WorkNews;
import dev.supporters.proto.common.v1.ErrorReason;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

class WorkingTest {

    private final Night night = new Night();

    @Test
    void whoNeverWorkedIsOff() {
        assertThat(night.slot("1")).isEqualTo(Slot.never(driver("1")));
        assertThat(night.working.slot(driver("1")).version()).isZero();
        assertThat(night.working.close(driver("1"), work("1"))).isFalse();
    }

    @Test
    void whoRestsGetsNoCommandAndWhoResumesDoes() {
        night.at("1");
        night.working.pause(driver("1"));
        assertThat(night.assigning.assign(order("254137", "1")))
                .isEqualTo(new Assignment.NoneFree(1));

        night.working.unpause(driver("1"));
        assertThat(night.assigning.assign(order("254137", "1")))
                .isInstanceOf(Assignment.Given.class);
    }

    @Test
    void whoIsCommandedCannotRest() {
        night.at("1");
        night.commanded("254137", "1");

        assertRefused(
                ErrorReason.ERROR_REASON_DRIVER_ENGAGED, () -> night.working.pause(driver("1")));
    }

    @Test
    void whoseSlotIsClosedCannotResume() {
        night.at("1");
        assertThat(night.working.close(driver("1"), work("1"))).isFalse();

        assertRefused(
                ErrorReason.ERROR_REASON_NOT_WORKING, () -> night.working.unpause(driver("1")));
        assertThat(night.assigning.assign(order("254137", "1")))
                .isEqualTo(new Assignment.NoneFree(1));
    }

    @Test
    void eventsThriceAndInAnyOrderAcrossDriversEndTheSame() {
        // Given five drivers' nights, each with its own end
        Map<String, List<WorkNews>> nights = new HashMap<>();
        for (int d = 1; d <= 5; d++) {
            nights.put("" + d, nightOf("" + d).subList(0, d));
        }
        Night plain = new Night();
        nights.values().forEach(news -> news.forEach(plain.working::heard));

        for (int seed = 0; seed < 50; seed++) {
            // When each event comes three times in a row, and drivers are mixed at random
            Night mixed = new Night();
            List<String> turns = new ArrayList<>();
            nights.forEach(
                    (driver, news) -> turns.addAll(Collections.nCopies(news.size(), driver)));
            Collections.shuffle(turns, new Random(seed));
            Map<String, Integer> next = new HashMap<>();
            for (String driver : turns) {
                WorkNews news = nights.get(driver).get(next.merge(driver, 1, Integer::sum) - 1);
                IntStream.range(0, 3).forEach(i -> mixed.working.heard(news));
            }

            // Then
            for (String driver : nights.keySet()) {
                assertThat(mixed.working.slot(driver(driver)))
                        .isEqualTo(plain.working.slot(driver(driver)));
            }
        }
    }

    private static List<WorkNews> nightOf(String driver) {
        return List.of(
                begun(driver),
                news(driver, 2, new WorkNews.What.Rested()),
                news(driver, 3, new WorkNews.What.Resumed()),
                news(driver, 4, new WorkNews.What.Ending()),
                news(driver, 5, new WorkNews.What.Ended()));
    }
}
