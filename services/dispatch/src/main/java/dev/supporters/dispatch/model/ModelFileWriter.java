package dev.supporters.dispatch.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.TreeMap;

/** Writes model files. Equal models give equal bytes. */
public final class ModelFileWriter {

    static final String HEADER = "supporters-model 1";

    private ModelFileWriter() {}

    public static String write(ModelFile model) {
        var text = new StringBuilder(1_024);
        line(text, HEADER);
        line(text, "model", model.model());
        line(text, "kind", model.kind().text());
        line(text, "region", model.region());
        line(text, "product", model.product());
        line(text, "nights", model.firstNight(), model.lastNight(), model.nights());
        line(text, "rows", model.rows());
        new TreeMap<>(model.scores()).forEach((name, score) -> line(text, "score", name, score));
        line(text, "intercept", model.intercept());
        for (ModelFile.Weight weight : model.weights()) {
            line(text, "feature", weight.feature().text(), weight.value());
        }
        for (ModelFile.Offset offset : model.offsets()) {
            line(text, "area", offset.area().lat(), offset.area().lng(), offset.value());
        }
        for (ModelFile.Knot knot : model.knots()) {
            line(text, "knot", knot.x(), knot.y());
        }
        return text + "checksum " + checksum(text.toString()) + "\n";
    }

    /** SHA-256 of all that stands before the line of the checksum. */
    static String checksum(String text) {
        try {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void line(StringBuilder text, Object... words) {
        for (int i = 0; i < words.length; i++) {
            text.append(i == 0 ? "" : " ").append(words[i]);
        }
        text.append('\n');
    }
}
