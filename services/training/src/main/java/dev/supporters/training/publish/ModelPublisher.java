package dev.supporters.training.publish;

import dev.supporters.dispatch.model.InvalidModelException;
import dev.supporters.dispatch.model.ModelFile;
import dev.supporters.dispatch.model.ModelFileReader;
import dev.supporters.dispatch.model.ModelFileWriter;
import dev.supporters.dispatch.model.ModelVersion;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Puts new models into the folder in which mlgateway looks for them. Nothing that is there is changed. A model gets the version after the
 * newest there, and must say more than a guess about nights that it has not learned from. Which version ranks is not decided here.
 */
public final class ModelPublisher {

    /** The newest versions of a name that stay; more than this many would fill the folder. */
    static final int KEPT = 30;

    /** The area under the curve of somebody who guesses. */
    private static final double GUESS = .5;

    private static final Pattern NAME =
            Pattern.compile("([a-z][a-z0-9-]{0,39})\\.([1-9][0-9]{0,5})\\.model");

    private final Path folder;
    private final Optional<ModelVersion> inUse;

    /**
     * A publisher for one folder.
     *
     * @param inUse a version that ranks, and stays however old it is
     */
    public ModelPublisher(Path folder, Optional<ModelVersion> inUse) {
        this.folder = folder;
        this.inUse = inUse;
    }

    /** The version after the newest of this name. */
    public ModelVersion next(String name) {
        return new ModelVersion(name, newest(name).map(ModelVersion::version).orElse(0) + 1);
    }

    /** Publishes a model, if it is good and has learned from a newer night; what was done, as a line. */
    public String publish(ModelFile model) {
        double auc = model.scores().getOrDefault("auc", Double.NaN);
        if (!(auc > GUESS)) {
            return "not published: %s: auc %s (expected: more than %s)"
                    .formatted(model.model(), auc, GUESS);
        }
        Optional<ModelFile> before = newest(model.model().name()).flatMap(this::read);
        if (before.filter(known -> hasLearnedAsMuch(known, model)).isPresent()) {
            return "not published: %s: its last night is %s, that of %s is %s (expected: a later one)"
                    .formatted(
                            model.model(),
                            model.lastNight(),
                            before.get().model(),
                            before.get().lastNight());
        }
        write(model);
        int removed = removeOld(model.model().name());
        return "published: %s to %s%s"
                .formatted(
                        model.model(),
                        folder,
                        removed == 0 ? "" : ", old versions removed: " + removed);
    }

    private static boolean hasLearnedAsMuch(ModelFile known, ModelFile model) {
        return known.region().equals(model.region())
                && known.product().equals(model.product())
                && !known.lastNight().isBefore(model.lastNight());
    }

    /** Whoever looks into the folder sees all of the file or nothing of it; hidden files are passed over. */
    private void write(ModelFile model) {
        String name = fileName(model.model());
        try {
            Files.createDirectories(folder);
            Path hidden =
                    Files.writeString(folder.resolve("." + name), ModelFileWriter.write(model));
            ModelFileReader.read(hidden);
            AtomicFiles.move(hidden, folder.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int removeOld(String name) {
        List<ModelVersion> old =
                versions(name).stream()
                        .sorted(Comparator.reverseOrder())
                        .skip(KEPT)
                        .filter(version -> !inUse.equals(Optional.of(version)))
                        .toList();
        for (ModelVersion version : old) {
            try {
                Files.deleteIfExists(folder.resolve(fileName(version)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return old.size();
    }

    private Optional<ModelVersion> newest(String name) {
        return versions(name).stream().max(Comparator.naturalOrder());
    }

    private List<ModelVersion> versions(String name) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> NAME.matcher(file.getFileName().toString()))
                    .filter(Matcher::matches)
                    .filter(parts -> parts.group(1).equals(name))
                    .map(parts -> new ModelVersion(name, Integer.parseInt(parts.group(2))))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Nothing for a file that nobody could use: its version counts, what it learned does not. */
    private Optional<ModelFile> read(ModelVersion version) {
        try {
            return Optional.of(ModelFileReader.read(folder.resolve(fileName(version))).file());
        } catch (InvalidModelException e) {
            return Optional.empty();
        }
    }

    private static String fileName(ModelVersion version) {
        return version.name() + "." + version.version() + ".model";
    }
}
