package dev.supporters.insight.dryrun;

import static java.util.Objects.requireNonNull;

import dev.supporters.platform.refusal.Refusal;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Which nights a dry run plays, and how often.
 *
 * @param count how many nights, or how many times the same one
 * @param seed of the first; the next one has the next number
 * @param businessDate the night whose calls are played; empty: the newest that can be played
 * @param ofModel nights of the night model, also where a night can be played
 */
public record AskedNights(int count, long seed, Optional<LocalDate> businessDate, boolean ofModel) {

    public AskedNights {
        requireNonNull(businessDate);
        if (ofModel && businessDate.isPresent()) {
            throw Refusal.invalid(
                    "business_date", businessDate.get(), "nothing, with model_nights");
        }
    }
}
