package dev.supporters.gateway.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.proto.common.v1.Money;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.settlement.v1.ClassTime;
import dev.supporters.proto.settlement.v1.Statement;
import dev.supporters.proto.settlement.v1.TimeClass;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** The file from which drivers are paid. */
class StatementCsvTest {

    private static final int WAITING = 5;
    private static final int TOTAL = 16;

    @Test
    void hasARowForEachStatementASumAndAChecksum() {
        // Given
        StatementCsv csv = new StatementCsv();
        csv.add(statement("d1", 3_601, 14_234, 13_234));
        csv.add(statement("d2", 60, 234, 234));
        // Then
        assertThat(csv.finish().split("\r\n"))
                .containsExactly(
                        "business_date,driver_id,work_id,product,state,waiting_seconds,moving_seconds,"
                                + "to_customer_seconds,driving_seconds,resting_seconds,unreachable_seconds,"
                                + "paid_seconds,paid_minutes,hourly_wage,earned,adjusted,total,currency",
                        "2026-11-20,d1,d1-driver-2026-11-20,DRIVER,FINAL,3601,0,0,0,0,0,3601,61,14000,14234,-1000,13234,KRW",
                        "2026-11-20,d2,d2-driver-2026-11-20,DRIVER,FINAL,60,0,0,0,0,0,60,1,14000,234,0,234,KRW",
                        "SUM,,,,,3661,0,0,0,0,0,3661,62,,14468,-1000,13468,KRW",
                        "SHA256,53dd7730b9b4c6646d515ba546a398e3b681372d746ab01d851f78bfd70c8113");
    }

    @Test
    void theChecksumIsThatOfAllBytesBeforeIt() {
        StatementCsv csv = new StatementCsv();
        csv.add(statement("김", 60, 234, 234));

        String text = csv.finish();

        int last = text.lastIndexOf("SHA256,");
        assertThat(text.substring(last))
                .isEqualTo("SHA256," + StatementCsv.digest(text.substring(0, last)) + "\r\n");
    }

    @Test
    void addsUpToTheUnitWhateverTheStatements() {
        Random random = new Random(12);
        for (int run = 0; run < 50; run++) {
            // Given
            List<Statement> statements = new ArrayList<>();
            for (int i = random.nextInt(40); i >= 0; i--) {
                long earned = random.nextInt(100_000);
                statements.add(
                        statement(
                                "d" + i, random.nextInt(20_000), earned, random.nextInt(100_000)));
            }
            StatementCsv csv = new StatementCsv();
            // When
            statements.forEach(csv::add);
            List<String[]> rows =
                    Arrays.stream(csv.finish().split("\r\n")).map(row -> row.split(",")).toList();
            // Then
            String[] sum = rows.get(rows.size() - 2);
            assertThat(sum[0]).isEqualTo(StatementCsv.SUM);
            assertThat(Long.parseLong(sum[TOTAL]))
                    .isEqualTo(
                            statements.stream()
                                    .mapToLong(each -> each.getTotal().getAmount())
                                    .sum());
            for (int column = WAITING; column <= TOTAL; column++) {
                int at = column;
                if (!rows.getFirst()[at].equals("hourly_wage")) {
                    assertThat(Long.parseLong(sum[at]))
                            .as(rows.getFirst()[at])
                            .isEqualTo(
                                    rows.subList(1, rows.size() - 2).stream()
                                            .mapToLong(row -> Long.parseLong(row[at]))
                                            .sum());
                }
            }
        }
    }

    @Test
    void eachCurrencyHasItsSum() {
        // Given
        StatementCsv csv = new StatementCsv();
        csv.add(statement("d1", 60, 234, 234));
        csv.add(
                statement("d2", 60, 25, 25).toBuilder()
                        .setTotal(Money.newBuilder().setAmount(25).setCurrency("JPY"))
                        .build());
        // Then
        assertThat(csv.finish())
                .contains(",25,0,25,JPY\r\nSUM,")
                .contains(",25,0,25,JPY\r\nSUM,,,,,60,0,0,0,0,0,60,1,,234,0,234,KRW\r\n");
    }

    @Test
    void noDriverIdBecomesAFormula() {
        for (String id : List.of("=1+1", "+1", "-1", "@SUM(A1)", "\tx", "＝1")) {
            StatementCsv csv = new StatementCsv();
            csv.add(statement(id, 60, 234, 234));
            assertThat(csv.finish()).contains("2026-11-20,'" + id + ",");
        }
        StatementCsv csv = new StatementCsv();
        csv.add(statement("a\"b,c", 60, 234, 234));
        assertThat(csv.finish()).contains(",\"a\"\"b,c\",");
    }

    @Test
    void saysWhatIsNotYetToBePaid() {
        StatementCsv csv = new StatementCsv();
        csv.add(
                statement("d1", 60, 234, 234).toBuilder()
                        .setFinal(false)
                        .setMissingVersion(3)
                        .build());
        csv.add(statement("d2", 60, 234, 234).toBuilder().setFinal(false).build());

        assertThat(csv.finish()).contains(",HELD_BACK,").contains(",RUNNING,");
    }

    private static Statement statement(String driverId, long seconds, long earned, long total) {
        return Statement.newBuilder()
                .setBusinessDate("2026-11-20")
                .setDriverId(driverId)
                .setWorkId(driverId + "-driver-2026-11-20")
                .setProduct(Product.PRODUCT_DRIVER)
                .setFinal(true)
                .addClasses(
                        ClassTime.newBuilder()
                                .setTimeClass(TimeClass.TIME_CLASS_WAITING)
                                .setSeconds(seconds)
                                .setPaid(true))
                .setPaidSeconds(seconds)
                .setPaidMinutes(Math.ceilDiv(seconds, 60))
                .setHourlyWage(won(14_000))
                .setEarned(won(earned))
                .setTotal(won(total))
                .build();
    }

    private static Money won(long amount) {
        return Money.newBuilder().setAmount(amount).setCurrency("KRW").build();
    }
}
