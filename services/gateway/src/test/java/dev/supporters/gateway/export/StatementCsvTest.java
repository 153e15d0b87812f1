package dev.supporters.gateway.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Timestamp;

import dev.supporters.platform.digest.Sha256;
import dev.supporters.proto.common.v1.Money;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.settlement.v1.ClassTime;
import dev.supporters.proto.settlement.v1.PaymentState;
import dev.supporters.proto.settlement.v1.Statement;
import dev.supporters.proto.settlement.v1.StatementLine;
import dev.supporters.proto.settlement.v1.StatementLineKind;
import dev.supporters.proto.settlement.v1.TimeClass;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** The file from which drivers are paid. */
class StatementCsvTest {

    private static final int WAITING = 5;
    private static final int EARNED = 14;
    private static final int ADJUSTED = 22;
    private static final int TOTAL = 23;
    private static final int HELD = 26;

    @Test
    void hasARowForEachStatementASumAndAChecksum() {
        // Given
        StatementCsv csv = new StatementCsv();
        csv.add(
                statement("d1", 3_601, 14_234, 13_234).toBuilder()
                        .setPaymentState(PaymentState.PAYMENT_STATE_HELD)
                        .addLines(line(StatementLineKind.STATEMENT_LINE_KIND_GUARANTEE, 500))
                        .addLines(line(StatementLineKind.STATEMENT_LINE_KIND_DEDUCTION, -1_000))
                        .addLines(line(StatementLineKind.STATEMENT_LINE_KIND_DEDUCTION, -500))
                        .build());
        csv.add(statement("d2", 60, 234, 234));
        // Then
        assertThat(csv.finish().split("\r\n"))
                .containsExactly(
                        "business_date,driver_id,work_id,product,state,waiting_seconds,moving_seconds,"
                                + "to_customer_seconds,driving_seconds,resting_seconds,unreachable_seconds,"
                                + "paid_seconds,paid_minutes,hourly_wage,earned,corrections,guarantees,deductions,"
                                + "grants,not_taken,closed_dates,paid_later,adjusted,total,currency,payment,held",
                        "2026-11-20,d1,d1-driver-2026-11-20,DRIVER,FINAL,3601,0,0,0,0,0,3601,61,14000,14234,0,500,-1500,0,0,0,0,-1000,13234,KRW,HELD,13234",
                        "2026-11-20,d2,d2-driver-2026-11-20,DRIVER,FINAL,60,0,0,0,0,0,60,1,14000,234,0,0,0,0,0,0,0,0,234,KRW,NOT_HELD,0",
                        "SUM,,,,,3661,0,0,0,0,0,3661,62,,14468,0,500,-1500,0,0,0,0,-1000,13468,KRW,,13234",
                        "SHA256,1981dba40d0df9a6a82f072b5f269d1a0d60ed602603e7e116742b58b79dc23a");
    }

    @Test
    void theChecksumIsThatOfAllBytesBeforeIt() {
        StatementCsv csv = new StatementCsv();
        csv.add(statement("김", 60, 234, 234));

        String text = csv.finish();

        int last = text.lastIndexOf("SHA256,");
        assertThat(text.substring(last))
                .isEqualTo("SHA256," + Sha256.hex(text.substring(0, last)) + "\r\n");
    }

    @Test
    void addsUpToTheUnitWhateverTheStatements() {
        Random random = new Random(12);
        for (int run = 0; run < 50; run++) {
            // Given
            List<Statement> statements = new ArrayList<>();
            for (int i = random.nextInt(40); i >= 0; i--) {
                statements.add(withLines(random, "d" + i));
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
            assertThat(rows.subList(1, rows.size() - 1))
                    .allSatisfy(row -> {
                        assertThat(sum(row, EARNED + 1, ADJUSTED - 1))
                                .isEqualTo(Long.parseLong(row[ADJUSTED]));
                        assertThat(sum(row, EARNED, ADJUSTED - 1))
                                .isEqualTo(Long.parseLong(row[TOTAL]));
                    });
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
                .contains(",25,0,0,0,0,0,0,0,0,25,JPY,NOT_HELD,0\r\nSUM,")
                .contains(
                        ",25,0,0,0,0,0,0,0,0,25,JPY,,0\r\n"
                                + "SUM,,,,,60,0,0,0,0,0,60,1,,234,0,0,0,0,0,0,0,0,234,KRW,,0\r\n");
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
    void saysWhatIsToBePaid() {
        StatementCsv csv = new StatementCsv();
        csv.add(
                statement("d1", 60, 234, 234).toBuilder()
                        .setFinal(false)
                        .setMissingVersion(3)
                        .build());
        csv.add(statement("d2", 60, 234, 234).toBuilder().setFinal(false).build());

        csv.add(
                statement("d3", 60, 234, 234).toBuilder()
                        .setCloseTime(Timestamp.newBuilder().setSeconds(1))
                        .build());

        assertThat(csv.finish()).contains(",HELD_BACK,").contains(",RUNNING,").contains(",CLOSED,");
    }

    @Test
    void whatIsHeldAndWhatIsNotComeToTheTotal() {
        // Given
        StatementCsv csv = new StatementCsv();
        csv.add(statement("d1", 60, 234, 234));
        csv.add(held("d2", 14_000));
        csv.add(held("d3", 7_000));
        // When
        String[] sum = csv.finish().split("\r\n")[4].split(",");
        // Then
        assertThat(sum[0]).isEqualTo(StatementCsv.SUM);
        assertThat(sum[TOTAL]).isEqualTo("21234");
        assertThat(sum[HELD]).isEqualTo("21000");
    }

    @Test
    void ofAStatementThatDoesNotSayWhetherItIsHeldTheFileDoesNotEither() {
        StatementCsv csv = new StatementCsv();
        csv.add(statement("d1", 60, 234, 234).toBuilder().clearPaymentState().build());

        assertThat(csv.finish()).contains(",234,KRW,,0\r\nSUM,");
    }

    private static Statement held(String driverId, long total) {
        return statement(driverId, 3_600, total, total).toBuilder()
                .setPaymentState(PaymentState.PAYMENT_STATE_HELD)
                .build();
    }

    private static long sum(String[] row, int from, int to) {
        return Arrays.stream(row, from, to + 1).mapToLong(Long::parseLong).sum();
    }

    private static Statement withLines(Random random, String driverId) {
        List<StatementLine> lines =
                List.of(
                        line(
                                StatementLineKind.STATEMENT_LINE_KIND_CORRECTION,
                                random.nextInt(20_000) - 10_000),
                        line(
                                StatementLineKind.STATEMENT_LINE_KIND_GUARANTEE,
                                random.nextInt(10_000)),
                        line(
                                StatementLineKind.STATEMENT_LINE_KIND_DEDUCTION,
                                -random.nextInt(10_000)),
                        line(StatementLineKind.STATEMENT_LINE_KIND_GRANT, random.nextInt(10_000)),
                        line(
                                StatementLineKind.STATEMENT_LINE_KIND_CLOSED_DATE,
                                random.nextInt(1_000)));
        long earned = 20_000L + random.nextInt(100_000);
        long total = earned + lines.stream().mapToLong(line -> line.getAmount().getAmount()).sum();
        return statement(driverId, random.nextInt(20_000), earned, total).toBuilder()
                .addLines(line(StatementLineKind.STATEMENT_LINE_KIND_TIME, earned))
                .addAllLines(lines)
                .build();
    }

    private static StatementLine line(StatementLineKind kind, long amount) {
        return StatementLine.newBuilder().setKind(kind).setAmount(won(amount)).build();
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
                .setPaymentState(PaymentState.PAYMENT_STATE_NOT_HELD)
                .build();
    }

    private static Money won(long amount) {
        return Money.newBuilder().setAmount(amount).setCurrency("KRW").build();
    }
}
