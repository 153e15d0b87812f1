package dev.supporters.local.options;

import dev.supporters.stand.SpanExport;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/**
 * What was asked of the local stand.
 *
 * @param root the project's folder
 * @param night the file of a night to play; empty plays a synthetic one
 * @param zone the time zone of the file; empty finds it by place
 * @param currency the currency of the file's fares; empty finds it by place
 * @param rate how many seconds of the night pass in a second
 * @param only the services to start; empty starts all
 * @param natively the services to run as native executables
 * @param stay whether to stay up after the report
 * @param freePorts whether to take free ports instead of the usual ones
 * @param spans where the services' spans go
 * @param rehearsal how long a night is rehearsed at most, in real time
 */
public record LocalOptions(
        Path root,
        Optional<Path> night,
        Optional<ZoneId> zone,
        Optional<Currency> currency,
        double rate,
        int calls,
        int supporters,
        int commission,
        long seed,
        List<String> only,
        List<String> natively,
        boolean stay,
        boolean freePorts,
        SpanExport spans,
        Duration rehearsal) {

    public LocalOptions {
        only = List.copyOf(only);
        natively = List.copyOf(natively);
    }

    /** Equal for runs of the same night: only such a run continues one that was stopped. */
    public String nightKey() {
        return "night=%s zone=%s currency=%s rate=%s calls=%d supporters=%d commission=%d seed=%d"
                .formatted(
                        night.map(Path::toString).orElse("synthetic"),
                        zone.map(ZoneId::getId).orElse("local"),
                        currency.map(Currency::getCurrencyCode).orElse("local"),
                        rate,
                        calls,
                        supporters,
                        commission,
                        seed);
    }
}
