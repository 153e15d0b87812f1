package dev.supporters.dispatch.abuse;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How often something happens to the other drivers, at a place and hour. Where little is known of a place, its rate is drawn to that of
 * the hour, and that one to the whole night's: each counts as so many trials, or hours, more.
 */
final class BaseRates {

    /** What the next wider rate weighs, in trials or hours. */
    private static final double WEIGHT = 20;

    private final double usual;
    private final Sum night = new Sum();
    private final Map<Integer, Sum> hours = new HashMap<>();
    private final Map<PlaceHour, Sum> places = new HashMap<>();

    /** Nothing is known yet but what is usually so. */
    BaseRates(double usual) {
        this.usual = usual;
    }

    void add(Occasion occasion) {
        PlaceHour where = occasion.where();
        night.add(occasion);
        hours.computeIfAbsent(where.hour(), hour -> new Sum()).add(occasion);
        places.computeIfAbsent(where, place -> new Sum()).add(occasion);
    }

    /** The rates without what this driver did: nobody is measured by himself. */
    Others without(List<Occasion> own) {
        BaseRates mine = new BaseRates(usual);
        own.forEach(mine::add);
        return new Others(mine);
    }

    final class Others {

        private final BaseRates own;

        private Others(BaseRates own) {
            this.own = own;
        }

        double rate(PlaceHour where) {
            double ofNight = drawn(night, own.night, usual);
            double ofHour =
                    drawn(
                            hours.getOrDefault(where.hour(), Sum.NOTHING),
                            own.hours.getOrDefault(where.hour(), Sum.NOTHING),
                            ofNight);
            return drawn(
                    places.getOrDefault(where, Sum.NOTHING),
                    own.places.getOrDefault(where, Sum.NOTHING),
                    ofHour);
        }

        private static double drawn(Sum all, Sum mine, double wider) {
            double happened = Math.max(0, all.happened - mine.happened);
            double amount = Math.max(0, all.amount - mine.amount);
            return (happened + WEIGHT * wider) / (amount + WEIGHT);
        }
    }

    private static final class Sum {

        private static final Sum NOTHING = new Sum();

        private double amount;
        private double happened;

        void add(Occasion occasion) {
            amount += occasion.amount();
            happened += occasion.happened() ? 1 : 0;
        }
    }
}
