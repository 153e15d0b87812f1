package dev.supporters.gateway.numbering;

import java.util.LinkedHashMap;
import java.util.Map;

/** Gives a repeated request the number of its first time, as long as it is among the newest. */
public final class RememberedNumbers {

    private final CallNumbers numbers;
    private final Map<String, String> byRequest;

    public RememberedNumbers(CallNumbers numbers, int most) {
        this.numbers = numbers;
        this.byRequest =
                new LinkedHashMap<>() {
                    @Override
                    protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
                        return size() > most;
                    }
                };
    }

    public synchronized String of(String requestId) {
        return byRequest.computeIfAbsent(requestId, id -> numbers.next());
    }

    /** A new number, for a request whose first one turned out to be taken. */
    public synchronized String another(String requestId) {
        String number = numbers.next();
        byRequest.put(requestId, number);
        return number;
    }
}
