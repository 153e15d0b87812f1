package dev.supporters.settlement.ledger;

import static java.util.Objects.requireNonNull;

import dev.supporters.contract.WorkId;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.store.AggregateStore;
import dev.supporters.platform.store.Versioned;
import dev.supporters.proto.events.activity.v1.ActivityEvent;
import dev.supporters.settlement.archive.ShiftEventArchive;
import dev.supporters.settlement.pay.PayTerms;
import dev.supporters.settlement.pay.ShiftMinute;
import dev.supporters.settlement.place.PlaceService;
import dev.supporters.settlement.place.ShiftPlaces;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads shifts minute by minute. */
@ApplicationScoped
public class MinuteService {

    private final AggregateStore<Ledger> ledgers;
    private final ShiftEventArchive archive;
    private final PlaceService places;
    private final Clock clock;

    MinuteService(
            AggregateStore<Ledger> ledgers,
            ShiftEventArchive archive,
            PlaceService places,
            Clock clock) {
        this.ledgers = ledgers;
        this.archive = archive;
        this.places = places;
        this.clock = clock;
    }

    /** The minutes after the token's. Refused: STATEMENT_NOT_FOUND; INVALID_ARGUMENT, if the token is none of ours. */
    public Page of(WorkId workId, String token, int size) {
        Ledger ledger =
                ledgers.find(workId.value())
                        .map(Versioned::value)
                        .orElseThrow(() -> StatementService.notFound(workId));
        PayTerms terms =
                ledger.facts().begun().orElseThrow(() -> StatementService.notFound(workId)).terms();
        List<ShiftMinute> minutes = ShiftMinute.of(ledger.facts(), clock.instant());
        int from = Math.min(number(token), minutes.size());
        int before = Math.min(from + size, minutes.size());
        List<ShiftMinute> shown = minutes.subList(from, before);
        return new Page(
                shown,
                terms,
                callsByCommand(ledger, shown),
                places.of(workId),
                before < minutes.size() ? String.valueOf(before) : "");
    }

    /** Facts of before named commands only: of those the archived events name the calls. */
    private Map<String, String> callsByCommand(Ledger ledger, List<ShiftMinute> shown) {
        Map<String, String> known = ledger.facts().callsByCommand();
        boolean all =
                shown.stream()
                        .flatMap(minute -> minute.commandIds().stream())
                        .allMatch(known::containsKey);
        return all ? known : archivedCalls(ledger.workId());
    }

    private Map<String, String> archivedCalls(WorkId workId) {
        return archive.of(workId).activity().stream()
                .collect(
                        Collectors.toMap(
                                ActivityEvent::getCommandId,
                                ActivityEvent::getCallId,
                                (one, same) -> one));
    }

    private static int number(String token) {
        try {
            int number = token.isEmpty() ? 0 : Integer.parseInt(token);
            if (number >= 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            // refused below
        }
        throw Refusal.invalid("page_token", token, "a token of an answer before");
    }

    /**
     * Some minutes of a shift; the token is empty on the last page.
     *
     * @param terms what is paid
     * @param callsByCommand the calls of the shift's commands
     * @param places from where the driver was heard of
     */
    public record Page(
            List<ShiftMinute> minutes,
            PayTerms terms,
            Map<String, String> callsByCommand,
            ShiftPlaces places,
            String nextToken) {

        public Page {
            requireNonNull(places);
            minutes = List.copyOf(minutes);
            callsByCommand = Map.copyOf(callsByCommand);
        }
    }
}
