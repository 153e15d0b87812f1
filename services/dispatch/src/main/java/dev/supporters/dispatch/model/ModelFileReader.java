package dev.supporters.dispatch.model;

import static dev.supporters.dispatch.model.InvalidModelException.require;

import dev.supporters.dispatch.model.ModelInput.Area;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads model files, strictly: all lines in their order, nothing else, and the right checksum. What is larger than {@link #MOST_BYTES}
 * is refused without being read.
 */
public final class ModelFileReader {

    public static final int MOST_BYTES = 1 << 20;

    private static final String CHECKSUM = "checksum ";

    private ModelFileReader() {}

    /** A model and the checksum of its file. */
    public record Checked(ModelFile file, String checksum) {}

    /** The model of a file; the message of a refusal begins with the file's name. */
    public static Checked read(Path path) {
        try {
            return read(text(path));
        } catch (IOException e) {
            throw refused(path, "not a readable file (" + e.getClass().getSimpleName() + ")");
        } catch (InvalidModelException e) {
            throw refused(path, e.getMessage());
        }
    }

    public static Checked read(String text) {
        int end = text.lastIndexOf(CHECKSUM);
        require(end > 0 && text.charAt(end - 1) == '\n', "checksum", "none", "as the last line");
        String found = text.substring(end + CHECKSUM.length()).stripTrailing();
        String checksum = ModelFileWriter.checksum(text.substring(0, end));
        require(found.equals(checksum), "checksum", found, checksum);
        var lines = new ModelFileLines(text.substring(0, end));
        ModelFile model = model(lines);
        lines.requireEnd();
        return new Checked(model, checksum);
    }

    private static String text(Path path) throws IOException {
        long size = Files.size(path);
        require(size <= MOST_BYTES, "size", size + " bytes", "at most " + MOST_BYTES + " bytes");
        try (InputStream stream = Files.newInputStream(path)) {
            byte[] bytes = stream.readNBytes(MOST_BYTES + 1);
            require(
                    bytes.length <= MOST_BYTES,
                    "size",
                    "more than " + MOST_BYTES + " bytes",
                    "at most " + MOST_BYTES + " bytes");
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw new InvalidModelException("text: not UTF-8 (expected: UTF-8)");
        }
    }

    private static ModelFile model(ModelFileLines lines) {
        lines.header(ModelFileWriter.HEADER);
        ModelVersion version = ModelVersion.parse(lines.next("model", 1)[0]);
        String kindText = lines.next("kind", 1)[0];
        ModelKind kind =
                ModelKind.of(kindText)
                        .orElseThrow(() -> lines.refused("kind", kindText, ModelKind.expected()));
        String region = lines.next("region", 1)[0];
        String product = lines.next("product", 1)[0];
        String[] nights = lines.next("nights", 3);
        LocalDate first = lines.date(nights[0]);
        LocalDate last = lines.date(nights[1]);
        int count = (int) lines.whole(nights[2]);
        long rows = lines.whole(lines.next("rows", 1)[0]);
        Map<String, Double> scores = scores(lines);
        double intercept = lines.number(lines.next("intercept", 1)[0]);
        return new ModelFile(
                version,
                kind,
                region,
                product,
                first,
                last,
                count,
                rows,
                scores,
                intercept,
                weights(lines),
                offsets(lines),
                knots(lines));
    }

    private static Map<String, Double> scores(ModelFileLines lines) {
        Map<String, Double> scores = new HashMap<>();
        while (lines.has("score")) {
            String[] words = lines.next("score", 2);
            require(
                    scores.put(words[0], lines.number(words[1])) == null,
                    "score " + words[0],
                    "twice",
                    "once");
        }
        return scores;
    }

    private static List<ModelFile.Weight> weights(ModelFileLines lines) {
        List<ModelFile.Weight> weights = new ArrayList<>();
        while (lines.has("feature")) {
            String[] words = lines.next("feature", 2);
            ModelFeature feature =
                    ModelFeature.named(words[0])
                            .orElseThrow(() ->
                                    lines.refused("feature", words[0], ModelFeature.expected()));
            weights.add(new ModelFile.Weight(feature, lines.number(words[1])));
        }
        return weights;
    }

    private static List<ModelFile.Offset> offsets(ModelFileLines lines) {
        List<ModelFile.Offset> offsets = new ArrayList<>();
        while (lines.has("area")) {
            String[] words = lines.next("area", 3);
            var area = new Area((int) lines.whole(words[0]), (int) lines.whole(words[1]));
            offsets.add(new ModelFile.Offset(area, lines.number(words[2])));
        }
        return offsets;
    }

    private static List<ModelFile.Knot> knots(ModelFileLines lines) {
        List<ModelFile.Knot> knots = new ArrayList<>();
        while (lines.has("knot")) {
            String[] words = lines.next("knot", 2);
            knots.add(new ModelFile.Knot(lines.number(words[0]), lines.number(words[1])));
        }
        return knots;
    }

    private static InvalidModelException refused(Path path, String message) {
        return new InvalidModelException("model file " + path.getFileName() + ": " + message);
    }
}
