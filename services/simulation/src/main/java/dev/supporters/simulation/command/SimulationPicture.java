package dev.supporters.simulation.command;

import java.util.List;
import java.util.Locale;

/** The night as a picture: calls of each ten minutes as bars, and how many of them were completed, a line per policy. */
final class SimulationPicture {

    private static final double WIDTH = 900;
    private static final double HEIGHT = 420;
    private static final double LEFT = 60;
    private static final double BOTTOM = 370;
    private static final double PLOT_WIDTH = 810;
    private static final double PLOT_HEIGHT = 310;
    private static final int BINS_PER_HOUR = 6;
    private static final int FIRST_HOUR = 21;
    private static final List<String> COLORS = List.of("#1b6ca8", "#d1495b");

    private final StringBuilder svg = new StringBuilder();
    private final List<List<PlayedNight>> policies;
    private final int bins;
    private final double most;

    private SimulationPicture(List<List<PlayedNight>> policies) {
        this.policies = policies;
        this.bins = policies.getFirst().getFirst().bins();
        double highest = 1;
        for (int bin = 0; bin < bins; bin++) {
            highest = Math.max(highest, calls(bin));
        }
        this.most = highest;
    }

    static String svg(List<List<PlayedNight>> policies) {
        return new SimulationPicture(policies).draw();
    }

    private String draw() {
        add("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %.0f %.0f\"", WIDTH, HEIGHT);
        add(" font-family=\"sans-serif\" font-size=\"13\">%n");
        add("<rect width=\"%.0f\" height=\"%.0f\" fill=\"white\"/>%n", WIDTH, HEIGHT);
        text(
                LEFT,
                24,
                "start",
                "Calls per ten minutes (bars) and those completed (lines), mean of "
                        + policies.getFirst().size()
                        + " nights");
        double bar = PLOT_WIDTH / bins;
        for (int bin = 0; bin < bins; bin++) {
            add(
                    "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\""
                            + " fill=\"#dde3ea\"/>%n",
                    LEFT + bin * bar + 1, y(calls(bin)), bar - 2, BOTTOM - y(calls(bin)));
            if (bin % BINS_PER_HOUR == 0) {
                int hour = (FIRST_HOUR + bin / BINS_PER_HOUR) % 24;
                text(LEFT + bin * bar, BOTTOM + 18, "middle", "%02d:00".formatted(hour));
            }
        }
        text(LEFT - 8, y(0), "end", "0");
        text(LEFT - 8, y(most) + 5, "end", Long.toString(Math.round(most)));
        for (int policy = 0; policy < policies.size(); policy++) {
            line(policy, bar);
        }
        add("</svg>%n");
        return svg.toString();
    }

    private void line(int policy, double bar) {
        List<PlayedNight> nights = policies.get(policy);
        String color = COLORS.get(policy);
        StringBuilder points = new StringBuilder();
        for (int bin = 0; bin < bins; bin++) {
            int each = bin;
            double completed =
                    nights.stream().mapToInt(night -> night.completed(each)).average().orElse(0);
            points.append(
                    String.format(
                            Locale.ROOT, "%.1f,%.1f ", LEFT + (bin + .5) * bar, y(completed)));
        }
        add(
                "<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2.5\"/>%n",
                points.toString().strip(), color);
        double share =
                nights.stream()
                        .mapToDouble(night -> night.figures().completed())
                        .average()
                        .orElse(0);
        String label = String.format(Locale.ROOT, "%s: %.1f %%", nights.getFirst().policy(), share);
        add(
                "<text x=\"%.0f\" y=\"%.0f\" text-anchor=\"end\" fill=\"%s\">%s</text>%n",
                LEFT + PLOT_WIDTH, 24.0 + 18 * policy, color, label);
    }

    private double calls(int bin) {
        return policies.getFirst().stream().mapToInt(night -> night.calls(bin)).average().orElse(0);
    }

    private double y(double value) {
        return BOTTOM - PLOT_HEIGHT * value / most;
    }

    private void text(double x, double y, String anchor, String text) {
        add(
                "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\" fill=\"#333\">%s</text>%n",
                x, y, anchor, text);
    }

    private void add(String format, Object... values) {
        svg.append(String.format(Locale.ROOT, format.replace("%n", "\n"), values));
    }
}
