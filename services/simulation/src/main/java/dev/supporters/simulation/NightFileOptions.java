package dev.supporters.simulation;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;

/** What is said of a night's file in addition to the file: otherwise the time zone and the currency are those of the place. */
public record NightFileOptions(Optional<ZoneId> zone, Optional<Currency> currency) {

    public static final String ZONE_EXPECTED =
            "an IANA name like Asia/Seoul, or an offset like +05:30 or UTC-5";
    public static final String CURRENCY_EXPECTED = "an ISO 4217 code like KRW";

    private static final int MOST_OFFSET_SECONDS = 14 * 3_600;

    public static NightFileOptions none() {
        return new NightFileOptions(Optional.empty(), Optional.empty());
    }

    /** The zone of an IANA name, in whatever case, or of a fixed offset; empty if the text is neither. */
    public static Optional<ZoneId> zone(String text) {
        String wanted = text.strip();
        Optional<String> name =
                ZoneId.getAvailableZoneIds().stream()
                        .filter(wanted::equalsIgnoreCase)
                        .min(String::compareTo);
        return name.isPresent() ? name.map(ZoneId::of) : offset(wanted.toUpperCase(Locale.ROOT));
    }

    private static Optional<ZoneId> offset(String text) {
        try {
            ZoneId zone = ZoneId.of(text).normalized();
            return zone instanceof ZoneOffset offset && isUsed(offset)
                    ? Optional.of(plain(offset))
                    : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Whether some place on earth may have it, and so a policy. */
    static boolean isUsed(ZoneOffset offset) {
        int seconds = offset.getTotalSeconds();
        return Math.abs(seconds) <= MOST_OFFSET_SECONDS && seconds % 60 == 0;
    }

    /** Policies want a name, or an offset from UTC that is not 0. */
    static ZoneId plain(ZoneId zone) {
        return zone.equals(ZoneOffset.UTC) ? ZoneId.of("UTC") : zone;
    }

    /** The currency of an ISO 4217 code, in whatever case; empty if there is none. */
    public static Optional<Currency> currency(String text) {
        String wanted = text.strip().toUpperCase(Locale.ROOT);
        return Currency.availableCurrencies()
                .filter(currency -> currency.getCurrencyCode().equals(wanted))
                .filter(currency -> currency.getDefaultFractionDigits() >= 0)
                .findFirst();
    }
}
