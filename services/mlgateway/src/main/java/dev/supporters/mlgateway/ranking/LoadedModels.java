package dev.supporters.mlgateway.ranking;

import static java.util.Comparator.comparing;

import dev.supporters.dispatch.model.ModelFile;
import dev.supporters.dispatch.model.ModelKind;
import dev.supporters.dispatch.model.ModelVersion;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the folder of model files brought.
 *
 * @param files the models that can be used
 * @param checksums of the files of these models
 * @param refused names and versions, like "keep@2", of files that are there and cannot be used
 */
public record LoadedModels(
        List<ModelFile> files, Map<ModelVersion, String> checksums, Set<String> refused) {

    public static final LoadedModels NONE = new LoadedModels(List.of(), Map.of(), Set.of());

    public LoadedModels {
        files = List.copyOf(files);
        checksums = Map.copyOf(checksums);
        refused = Set.copyOf(refused);
    }

    List<ModelFile> of(ModelKind kind) {
        return files.stream().filter(file -> file.kind() == kind).toList();
    }

    /** The newest of a kind that learned in this region. */
    Optional<ModelFile> newest(ModelKind kind, String region) {
        return of(kind).stream()
                .filter(file -> file.region().equals(region))
                .max(comparing(ModelFile::model));
    }
}
