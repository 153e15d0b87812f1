package dev.supporters.mlgateway.folder;

import dev.supporters.mlgateway.MlGatewayConfig;
import dev.supporters.mlgateway.ranking.RankingModels;
import dev.supporters.platform.time.Scheduler;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jboss.logging.Logger;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Brings what is in the folder of the model files into use, without a restart. */
@ApplicationScoped
public class ModelFolderService {

    private static final Logger LOG = Logger.getLogger(ModelFolderService.class);

    private final RankingModels models;
    private final Scheduler scheduler;
    private final MlGatewayConfig config;
    private final Optional<ModelFolder> folder;
    private final Counter refused;
    private final AtomicInteger used;

    ModelFolderService(
            RankingModels models,
            Scheduler scheduler,
            MlGatewayConfig config,
            MeterRegistry meters) {
        this.models = models;
        this.scheduler = scheduler;
        this.config = config;
        folder = config.modelFolder().map(Path::of).map(ModelFolder::new);
        refused = meters.counter("supporters_mlgateway_model_files_refused_total");
        used = meters.gauge("supporters_mlgateway_model_files", new AtomicInteger());
    }

    /** The first look is before the first request. */
    void start(@Observes StartupEvent event) {
        if (folder.isPresent()) {
            look();
            scheduler.every(config.modelFolderEvery(), this::look);
        }
    }

    private void look() {
        folder.map(ModelFolder::look).ifPresent(this::use);
    }

    private void use(ModelFolder.Look look) {
        for (String refusal : look.refusals()) {
            refused.increment();
            LOG.warnf("model file refused: %s", refusal);
        }
        if (look.changed()) {
            models.use(look.models());
            used.set(look.models().files().size());
            LOG.infof(
                    "models in use: %s",
                    look.models().files().stream()
                            .map(file -> file.model().toString())
                            .sorted()
                            .toList());
        }
    }
}
