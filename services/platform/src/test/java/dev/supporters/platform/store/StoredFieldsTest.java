package dev.supporters.platform.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supporters.proto.common.v1.Product;

import org.bson.Document;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;

class StoredFieldsTest {

    private static final Instant TIME = Instant.parse("2026-11-20T12:30:00.250Z");

    private enum Colour {
        RED,
        COLOUR_BLIND
    }

    @Test
    void writesTheConvention() {
        assertThat(StoredFields.stored(TIME.plusNanos(999))).isEqualTo(Date.from(TIME));
        assertThat(StoredFields.stored(LocalDate.of(2026, 11, 20))).isEqualTo("2026-11-20");
        assertThat(StoredFields.stored(Duration.ofMinutes(90))).isEqualTo("PT1H30M");
        assertThat(StoredFields.stored(Product.PRODUCT_DRIVER)).isEqualTo("DRIVER");
        assertThat(StoredFields.stored(Colour.COLOUR_BLIND)).isEqualTo("COLOUR_BLIND");
        assertThatThrownBy(() -> StoredFields.stored(Product.UNRECOGNIZED))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void readsWhatThisAndTheLastVersionWrote() {
        StoredFields fields =
                StoredFields.of(
                        "calls",
                        new Document("date", Date.from(TIME))
                                .append("millis", TIME.toEpochMilli())
                                .append("few", 7)
                                .append("text", TIME.toString())
                                .append("new", "DRIVER")
                                .append("old", "PRODUCT_DRIVER")
                                .append("parts", List.of(new Document("n", 1)))
                                .append("day", "2026-11-20"));

        assertThat(fields.instant("date")).isEqualTo(TIME);
        assertThat(fields.instant("millis")).isEqualTo(TIME);
        assertThat(fields.instant("few")).isEqualTo(Instant.ofEpochMilli(7));
        assertThat(fields.instant("text")).isEqualTo(TIME);
        assertThat(fields.findInstant("none")).isEmpty();
        assertThat(fields.constant("new", Product.class)).isEqualTo(Product.PRODUCT_DRIVER);
        assertThat(fields.constant("old", Product.class)).isEqualTo(Product.PRODUCT_DRIVER);
        assertThat(fields.parts("parts").getFirst().number("n")).isEqualTo(1);
        assertThat(fields.date("day")).isEqualTo(LocalDate.of(2026, 11, 20));
    }

    @Test
    void whatCannotBeReadIsNamedWithItsPlace() {
        StoredFields fields =
                StoredFields.of(
                        "calls",
                        new Document("order", new Document("colour", "BLUE").append("time", "x")));

        assertThatThrownBy(() -> fields.part("order").constant("colour", Colour.class))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("calls: order.colour: \"BLUE\" (expected: one of [RED, COLOUR_BLIND])");
        assertThatThrownBy(() -> fields.part("order").instant("time"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("calls: order.time");
        assertThatThrownBy(() -> fields.text("none"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("calls: none is missing");
    }
}
