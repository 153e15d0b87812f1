package dev.supporters.oracle;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A file of statements as the gateway writes one, with two rows. */
public final class ExportedText {

    public static final String HEADER =
            "business_date,driver_id,work_id,product,state,waiting_seconds,paid_seconds,paid_minutes,"
                    + "hourly_wage,earned,corrections,guarantees,deductions,grants,not_taken,closed_dates,"
                    + "paid_later,adjusted,total,currency,payment,held";
    public static final String FIRST =
            "2026-11-20,d,work,DRIVER,CLOSED,700,1000,17,14000,3967,0,0,0,0,0,0,0,0,3967,KRW,NOT_HELD,0";
    public static final String SECOND =
            "2026-11-20,\"e \"\"the second\"\", late\",w2,DRIVER,FINAL,60,60,1,14000,234,0,100,-34,0,0,0,0,66,300,KRW,HELD,300";
    public static final String SUM = "SUM,,,,,760,1060,18,,4201,0,100,-34,0,0,0,0,66,4267,KRW,,300";

    private ExportedText() {}

    /** In which all is right. */
    public static String right() {
        return of(HEADER, FIRST, SECOND, SUM);
    }

    /** Of these lines, with the right checksum. */
    public static String of(String... lines) {
        String text = String.join("\r\n", lines) + "\r\n";
        try {
            return text
                    + "SHA256,"
                    + HexFormat.of()
                            .formatHex(
                                    MessageDigest.getInstance("SHA-256")
                                            .digest(text.getBytes(UTF_8)))
                    + "\r\n";
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
