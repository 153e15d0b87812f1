package dev.supporters.gateway.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.supporters.gateway.upload.DriverStatisticsCsv.Problem;
import dev.supporters.gateway.upload.DriverStatisticsCsv.Row;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.driver.v1.StatisticsRow;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayInputStream;

/** Days of drivers, as spreadsheets write them. */
class DriverStatisticsCsvTest {

    private static final String HEADER =
            "driver_id,date,completed_drives,cancelled_drives,accidents,fines,rating_count,average_rating\n";

    @Test
    void readsEveryColumn() {
        // When
        DriverStatisticsCsv file = read(HEADER + "1004550,2026-11-20,7,1,0,2,3,4.5\n");

        // Then
        assertThat(file.problems()).isEmpty();
        assertThat(file.rows())
                .containsExactly(
                        new Row(
                                2,
                                StatisticsRow.newBuilder()
                                        .setDriverId("1004550")
                                        .setProduct(Product.PRODUCT_DRIVER)
                                        .setDate("2026-11-20")
                                        .setCompletedDrives(7)
                                        .setCancelledDrives(1)
                                        .setFines(2)
                                        .setRatingCount(3)
                                        .setAverageRating(4.5)
                                        .build()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "driver_id;date;rating_count;average_rating\r\n1004550;2026-11-20;3;4,5\r\n",
                "\uFEFFDate,Driver ID,Average Rating,Rating Count,Name\n2026-11-20,\"1004550\",4.5,3,Kim\n",
                "driver_id\tdate\trating_count\taverage_rating\t\t\n1004550\t2026-11-20\t3\t4.5\t\t\n\n",
                "sep=|\ndriver_id|date|rating_count|average_rating\n1004550|2026-11-20|3|4.5"
            })
    void takesWhatSpreadsheetsMakeOfIt(String text) {
        // When
        DriverStatisticsCsv file = read(text);

        // Then
        assertThat(file.problems()).isEmpty();
        assertThat(file.rows())
                .extracting(Row::row)
                .containsExactly(
                        StatisticsRow.newBuilder()
                                .setDriverId("1004550")
                                .setProduct(Product.PRODUCT_DRIVER)
                                .setDate("2026-11-20")
                                .setRatingCount(3)
                                .setAverageRating(4.5)
                                .build());
    }

    @Test
    void takesATextInTwoBytesACharacter() {
        // When
        DriverStatisticsCsv file =
                DriverStatisticsCsv.read(
                        new ByteArrayInputStream(
                                "\uFEFFdriver_id,date\n1004550,2026-11-20\n".getBytes(UTF_16LE)),
                        Product.PRODUCT_DRIVER);

        // Then
        assertThat(file.rows()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1,2026-11-20,x,,,,,|line 2, column completed_drives: found \"x\" (expected: a whole number from 0 to 1000, or nothing)",
                "1,2026-11-20,-1,,,,,|line 2, column completed_drives: found \"-1\" (expected: a whole number from 0 to 1000, or nothing)",
                "1,2026-11-20,,1.5,,,,|line 2, column cancelled_drives: found \"1.5\" (expected: a whole number from 0 to 1000, or nothing)",
                "1,2026-11-20,,,1001,,,|line 2, column accidents: found \"1001\" (expected: a whole number from 0 to 1000, or nothing)",
                "1,2026-11-20,,,,,1,5.1|line 2, column average_rating: found \"5.1\" (expected: 1 to 5, or nothing)",
                "1.00455E+06,2026-11-20,,,,,,|line 2, column driver_id: found \"1.00455E+06\" (expected: the driver's whole id; a spreadsheet has rounded it)",
                "a/b,2026-11-20,,,,,,|line 2, column driver_id: found \"a/b\" (expected: an id of 1 to 64 characters without a slash)",
                ",2026-11-20,,,,,,|line 2, column driver_id: found \"\" (expected: an id of 1 to 64 characters without a slash)",
                "1,2026-11-20|line 2, column completed_drives: found \"the row's end after 2 cells\" (expected: 8 cells, as in the header; the file may have been cut)"
            })
    void eachBadRowHasALineThatSaysWhy(String row, String problem) {
        // When
        DriverStatisticsCsv file = read(HEADER + row + "\n2,2026-11-20,1,,,,,\n");

        // Then
        assertThat(file.problems()).containsExactly(new Problem(2, problem));
        assertThat(file.rows()).extracting(Row::line).containsExactly(3L);
    }

    @Test
    void aDateOfADriverIsInTheFileOnce() {
        // When
        DriverStatisticsCsv file =
                read("driver_id,date\n1,2026-11-20\n2,2026-11-20\n1,2026-11-20\n");

        // Then
        assertThat(file.rows()).extracting(Row::line).containsExactly(2L, 3L);
        assertThat(file.problems())
                .containsExactly(
                        new Problem(
                                4,
                                "line 4, column date: found \"2026-11-20\" (expected: each date of a driver once; it is in line 2, too)"));
    }

    @Test
    void nothingIsReadBehindAQuoteThatIsNeverClosed() {
        // When
        DriverStatisticsCsv file =
                read("driver_id,date\n1,2026-11-20\n\"2,2026-11-20\n3,2026-11-20\n");

        // Then
        assertThat(file.rows()).extracting(Row::line).containsExactly(2L);
        assertThat(file.problems()).extracting(Problem::line).containsExactly(3L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "date,fines\n2026-11-20,1\n", "driver_id,date,date\n", "PK\u0003\u0004"})
    void whatIsNoTableIsRefusedAsAWhole(String text) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.offending()).isEqualTo("body: no table"));
    }

    private static DriverStatisticsCsv read(String text) {
        return DriverStatisticsCsv.read(
                new ByteArrayInputStream(text.getBytes(UTF_8)), Product.PRODUCT_DRIVER);
    }
}
